import { receivedNumber } from './received-values.js';
import { Refusal } from './refusal.js';
import { decodedXml } from './xml-decoding.js';
import { all, type Expected, type Received, recordsIn, valueAt } from './xml-records.js';

/** The answer of the Guichet to a file: what entered, and why the rest did not. Entered is not yet accepted. */
export interface Acquit {
  readonly fileName: string | null;
  readonly siret: string | null;
  readonly budget: string | null;
  readonly elements: readonly AcquitElement[];
}

export interface AcquitElement {
  /** « DomaineAck »: 0 technical, 4 attachment, 6 recette… */
  readonly domain: number;
  readonly accepted: boolean;
  readonly bordereau: { readonly number: number; readonly exercise: number } | null;
  readonly attachmentId: string | null;
  /** What is wrong with the whole of it. */
  readonly errors: readonly AcquitError[];
  readonly pieces: readonly { readonly number: number; readonly errors: readonly AcquitError[] }[];
}

export interface AcquitError {
  readonly code: string | null;
  readonly label: string | null;
}

const ACQUIT: Expected = {
  root: 'PES_ACQUIT',
  namespaces: ['http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour/v2'],
  called: 'un acquit (PES_ACQUIT)',
  records: new Set(['Enveloppe', 'EnTetePES', 'ElementACQUIT']),
  within: new Set(['Enveloppe', 'EnTetePES', 'ACQUIT']),
};
/** An acquit names each bordereau, and the pieces that have an error: it stays small. */
const MOST_BYTES = 20_000_000;

/** Reads a PES_ACQUIT. Throws Refusal. */
export async function readAcquit(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Acquit> {
  const records: Received[] = [];
  for await (const record of recordsIn(decodedXml(chunks, MOST_BYTES), ACQUIT)) records.push(record);
  const named = (name: string) => records.filter((record) => record.name === name);
  const elements = named('ElementACQUIT').map(elementOf);
  if (elements.length === 0) throw new Refusal('L’acquit ne parle de rien : redemandez-le.');
  return {
    fileName: valueAt(named('Enveloppe')[0], 'Parametres', 'NomFic') ?? null,
    siret: valueAt(named('EnTetePES')[0], 'IdColl') ?? null,
    budget: valueAt(named('EnTetePES')[0], 'CodBud') ?? null,
    elements,
  };
}

function elementOf(element: Received): AcquitElement {
  const state = valueAt(element, 'EtatAck');
  if (state === undefined) throw new Refusal('Il manque EtatAck dans l’acquit : redemandez-le.');
  return {
    domain: receivedNumber(element, 'DomaineAck'),
    accepted: state === '1' || state === 'true',
    bordereau: valueAt(element, 'NumBord')
      ? { number: receivedNumber(element, 'NumBord'), exercise: receivedNumber(element, 'ExerciceBord') }
      : null,
    attachmentId: valueAt(element, 'IdUnique') ?? null,
    errors: errorsOf(element),
    pieces: all(element, 'DetailPiece').map((piece) => ({
      number: receivedNumber(piece, 'NumPiece'),
      errors: [...errorsOf(piece), ...all(piece, 'DetailLigne').flatMap(errorsOf)],
    })),
  };
}

function errorsOf(from: Received): AcquitError[] {
  return all(from, 'Erreur').map((error) => ({
    code: valueAt(error, 'NumAnoAck') ?? null,
    label: valueAt(error, 'LibelleAnoAck') ?? null,
  }));
}
