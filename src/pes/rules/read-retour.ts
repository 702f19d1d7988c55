import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { receivedCents, receivedDate, receivedNumber } from './received-values.js';
import { Refusal } from './refusal.js';
import { decodedXml } from './xml-decoding.js';
import { all, type Expected, type Received, recordsIn, valueAt } from './xml-records.js';

export type PieceState = 'PENDING' | 'TAKEN' | 'PARTLY_TAKEN' | 'REJECTED' | 'CANCELLED';
export type LineState = 'REJECTED' | 'CANCELLED' | 'PENDING' | 'OPEN' | 'SETTLED' | 'UNCOLLECTABLE';

/** What the comptable says of a piece (« PES Retour Recette »). */
export interface ReturnedPiece {
  readonly bordereau: { readonly exercise: number; readonly number: number; readonly type: string };
  readonly number: number;
  readonly type: string;
  readonly state: PieceState;
  /** Why, in the words of the comptable. */
  readonly remark: string | null;
  readonly takenOn: Temporal.PlainDate | null;
  readonly rejectedOn: Temporal.PlainDate | null;
  /** « NumDette », for an article of a rôle. */
  readonly debt: string | null;
  readonly lines: readonly ReturnedLine[];
}

export interface ReturnedLine {
  readonly number: number;
  readonly state: LineState;
  readonly remark: string | null;
  readonly cents: Cents;
  /** Everything that was collected on the line, as the comptable counts it. */
  readonly collectedCents: Cents | null;
  readonly collections: readonly ReturnedCollection[];
}

/** What settled a part of a line. */
export interface ReturnedCollection {
  /** « OrgEma »: 02 and 03 money received, 10 online, 06 written off, 07 reduced… */
  readonly origin: string;
  readonly on: Temporal.PlainDate;
  readonly cents: Cents;
}

const RETOUR: Expected = {
  root: 'PES_Retour',
  namespaces: ['http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour'],
  called: 'un PES Retour',
  records: new Set(['BlocBordereau', 'Piece']),
  within: new Set(['PES_RecetteRetour']),
};
const MOST_BYTES = 2_000_000_000;

const PIECE_STATES: Readonly<Record<string, PieceState>> = {
  '01': 'PENDING',
  '02': 'TAKEN',
  '03': 'PARTLY_TAKEN',
  '04': 'REJECTED',
  '05': 'CANCELLED',
};
const LINE_STATES: Readonly<Record<string, LineState>> = {
  '01': 'REJECTED',
  '02': 'CANCELLED',
  '03': 'PENDING',
  '04': 'OPEN',
  '05': 'SETTLED',
  '06': 'UNCOLLECTABLE',
};

/** The pieces of a PES Retour one by one, whatever its size: a commune's whole stock comes in one file. Throws Refusal. */
export async function* readRetour(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ReturnedPiece> {
  let bordereau: ReturnedPiece['bordereau'] | undefined;
  for await (const record of recordsIn(decodedXml(chunks, MOST_BYTES), RETOUR)) {
    if (record.name === 'BlocBordereau') {
      bordereau = {
        exercise: receivedNumber(record, 'Exer'),
        number: receivedNumber(record, 'IdBord'),
        type: valueAt(record, 'TypBord') ?? '',
      };
    } else if (record.name === 'Piece') {
      if (!bordereau) throw new Refusal('Une pièce n’est dans aucun bordereau : redemandez le fichier.');
      yield pieceOf(record, bordereau);
    }
  }
}

function pieceOf(piece: Received, bordereau: ReturnedPiece['bordereau']): ReturnedPiece {
  const [block] = all(piece, 'BlocPiece');
  if (!block) throw new Refusal('Il manque BlocPiece dans une pièce : redemandez le fichier.');
  const dateOf = (name: string) => (valueAt(block, name) ? receivedDate(block, name) : null);
  return {
    bordereau,
    number: receivedNumber(block, 'IdPce'),
    type: valueAt(block, 'TypPce') ?? '',
    state: stateOf(block, 'EtatPce', PIECE_STATES),
    remark: remarkOf(block),
    takenOn: dateOf('DtePcePec'),
    rejectedOn: dateOf('DtePceRej'),
    debt: valueAt(block, 'InfoORMC', 'NumDette')?.replace(/^0+/, '') || null,
    lines: all(piece, 'LigneDePiece').map(lineOf),
  };
}

function lineOf(line: Received): ReturnedLine {
  const [block] = all(line, 'BlocLignePiece');
  const [info] = all(block, 'InfoLignePiece');
  if (!block || !info) throw new Refusal('Il manque InfoLignePiece dans une ligne : redemandez le fichier.');
  return {
    number: receivedNumber(info, 'IdLigne'),
    state: stateOf(info, 'EtatLigPce', LINE_STATES),
    remark: remarkOf(info),
    cents: receivedCents(info, 'MtHT'),
    collectedCents: valueAt(block, 'InfoRecouvrement', 'MtRecoTot')
      ? receivedCents(block, 'InfoRecouvrement', 'MtRecoTot')
      : null,
    collections: all(line, 'EncaissementEmargement').map((collection) => ({
      origin: valueAt(collection, 'OrgEma') ?? '',
      on: receivedDate(collection, 'DteReco'),
      cents: receivedCents(collection, 'MtReco'),
    })),
  };
}

function stateOf<State>(from: Received, name: string, states: Readonly<Record<string, State>>): State {
  const code = valueAt(from, name) ?? '';
  const state = states[code];
  if (state === undefined) throw new Refusal(`L’état « ${code.slice(0, 20)} » n’est pas connu (${name}).`);
  return state;
}

function remarkOf(from: Received): string | null {
  return [valueAt(from, 'ObsEtat'), valueAt(from, 'Commentaire')].filter(Boolean).join(' ') || null;
}
