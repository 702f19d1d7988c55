import { readXml, type XmlNode } from '../../kernel/xml.js';
import type { PaymentDetail } from './payment-detail.js';
import { findElement, LONGEST_XML, textOf } from './xml.js';

/** What came of a call. */
export type PayfipAnswer<Value> = Answered<Value> | Fault | Unanswered;

export interface Answered<Value> {
  readonly kind: 'ANSWERED';
  readonly value: Value;
}

/** PayFiP refused, with one of its codes; the same request would be refused again, P5 and P1 aside. */
export interface Fault {
  readonly kind: 'FAULT';
  readonly code: string;
  /** Its own words, French, for the mairie. */
  readonly label: string | null;
}

/** No answer, or one that says nothing: network, time-out, technical fault, unreadable document. Ask again later. */
export interface Unanswered {
  readonly kind: 'UNANSWERED';
  readonly why: 'NETWORK' | 'TIMEOUT' | 'TECHNICAL' | 'UNREADABLE';
}

export const UNREADABLE: Unanswered = { kind: 'UNANSWERED', why: 'UNREADABLE' };
const TECHNICAL: Unanswered = { kind: 'UNANSWERED', why: 'TECHNICAL' };

/** An idOp is a UUID; what else could stand in an address is not taken. */
const OPERATION_ID = /^[A-Za-z0-9-]{8,64}$/;

export function isOperationId(text: string): boolean {
  return OPERATION_ID.test(text);
}

export function readCreated(text: string): PayfipAnswer<string> {
  return read(text, 'creerPaiementSecuriseResponse', (response) => {
    const idOp = textOf(response, 'idOp');
    return idOp !== null && isOperationId(idOp) ? idOp : null;
  });
}

export function readDetail(text: string): PayfipAnswer<PaymentDetail> {
  return read(text, 'recupererDetailPaiementSecuriseResponse', (response) => {
    const resultrans = textOf(response, 'resultrans');
    const montant = textOf(response, 'montant');
    if (resultrans === null) return null;
    return {
      resultrans,
      montant: montant !== null && /^\d{1,12}$/.test(montant) ? Number(montant) : null,
      numcli: textOf(response, 'numcli'),
      exer: textOf(response, 'exer'),
      refdet: textOf(response, 'refdet'),
      saisie: textOf(response, 'saisie'),
      numauto: textOf(response, 'numauto'),
      dattrans: textOf(response, 'dattrans'),
      heurtrans: textOf(response, 'heurtrans'),
    };
  });
}

/** The answer about a client holds words that no public text describes: that it came is all that is read. */
export function readClient(text: string): PayfipAnswer<true> {
  return read(text, 'recupererDetailClientResponse', () => true);
}

/** Whether the response is wrapped in `return`, and how its fields are written, is not certain: names are searched. */
function read<Value>(
  text: string,
  responseName: string,
  valueOf: (response: XmlNode) => Value | null,
): PayfipAnswer<Value> {
  let document: XmlNode;
  try {
    document = readXml(text, LONGEST_XML);
  } catch {
    return UNREADABLE;
  }
  const fault = findElement(document, 'Fault');
  if (fault !== null) return faultOf(fault);
  const response = findElement(document, responseName);
  const value = response === null ? null : valueOf(response);
  return value === null ? UNREADABLE : { kind: 'ANSWERED', value };
}

const TECHNICAL_FAULTS = ['TechDysfonctionnementErreur', 'TechIndisponibiliteErreur', 'TechProtocolaireErreur'];

function faultOf(fault: XmlNode): PayfipAnswer<never> {
  if (TECHNICAL_FAULTS.some((name) => findElement(fault, name) !== null)) return TECHNICAL;
  const functional = findElement(fault, 'FonctionnelleErreur');
  const code = functional === null ? null : textOf(functional, 'code');
  if (functional === null || code === null) return TECHNICAL;
  return { kind: 'FAULT', code, label: textOf(functional, 'libelle') ?? textOf(functional, 'descriptif') };
}
