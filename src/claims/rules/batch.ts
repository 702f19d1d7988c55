import { ORMC, parseTriplet, RECAPITULATIVE, REDUCTION, TITRE, type Triplet } from '../../pes/rules/index.js';

/** TITRE and ORMC take debts over; REDUCTION tells what credit notes took back of them. */
export const ASKED_KINDS = ['TITRE', 'ORMC', 'REDUCTION'] as const;
export type DebtKind = Exclude<(typeof ASKED_KINDS)[number], 'REDUCTION'>;

/** One titre each, of a public body: ROLL takes a rôle into the budget, REGIE what the régie received in a month. */
export const PUBLIC_KINDS = ['ROLL', 'REGIE'] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

export const BATCH_KINDS = [...ASKED_KINDS, ...PUBLIC_KINDS] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export function isPublic(kind: BatchKind): kind is PublicKind {
  return kind === 'ROLL' || kind === 'REGIE';
}

/** COMPOSING takes debts; NUMBERED has its numbers, and a file to come; EMPTY found nothing, and took no number. */
export const BATCH_STATES = ['COMPOSING', 'NUMBERED', 'FAULTY', 'READY', 'EMPTY'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export type AcquitState = 'ACCEPTED' | 'REFUSED';

/** SENT, as far as is known; TAKEN in charge by the comptable; RETURNED to the régie; CANCELLED by a reduction. */
export const PIECE_STATES = ['SENT', 'TAKEN', 'RETURNED', 'CANCELLED'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

export const LEFTOVER_REASONS = [
  'BELOW_LEAST',
  'INCOMPLETE',
  'OTHER_EXERCISE',
  'BEING_PAID',
  'AGREED',
  'HELD',
] as const;
export type LeftoverReason = (typeof LEFTOVER_REASONS)[number];

/**
 * Which unpaid invoices: those due before a day (YYYY-MM-DD), those of a billing run, those that went through all the
 * reminders, or these. A reduction asks for none.
 */
export interface Selection {
  readonly dueBefore?: string;
  readonly runId?: number;
  readonly reminded?: true;
  readonly invoiceIds?: readonly number[];
}

/** That of the régie's titre is a setting, of the same type of bordereau always. */
const TRIPLETS: Readonly<Record<BatchKind, Triplet>> = {
  ...{ TITRE, ORMC, REDUCTION, ROLL: RECAPITULATIVE },
  REGIE: parseTriplet('01/07/05'),
};

export function tripletOf(kind: BatchKind): Triplet {
  return TRIPLETS[kind];
}

/** Series of the bordereaux of a kind: unbroken by budget, exercise and type. */
export function batchSeries(kind: BatchKind, budget: string): string {
  return `B${TRIPLETS[kind].bordereau}-${budget}`;
}

/** Series of the pieces; null where they are counted within their bordereau, as the articles of a rôle are. */
export function pieceSeries(kind: BatchKind, budget: string): string | null {
  return kind === 'ORMC' ? null : `P${TRIPLETS[kind].bordereau}-${budget}`;
}

/** « IdPce » of the piece of a rank in a bordereau that has its numbers. */
export function pieceNumber(batch: { readonly firstPiece: number | null }, rank: number): number {
  if (batch.firstPiece === null) throw new RangeError('a bordereau without numbers has no pieces to number');
  return batch.firstPiece + rank - 1;
}

const FILES: Readonly<Record<BatchKind, string>> = {
  ...{ TITRE: 'bordereau-titres', ORMC: 'role', REDUCTION: 'bordereau-reductions' },
  ...{ ROLL: 'bordereau-titre-role', REGIE: 'bordereau-titre-regie' },
};

/** How what is printed or listed of a bordereau is called on a desk: by its number, as its paper. */
export function batchFileName(batch: NamedBatch): string {
  return `${FILES[batch.kind]}-${batch.exercise}-${batch.number ?? 'sans-numero'}`;
}

interface NamedBatch {
  readonly kind: BatchKind;
  readonly number: number | null;
  readonly exercise: number;
}

const NAMES: Readonly<Record<BatchKind, string>> = {
  TITRE: 'Bordereau de titres',
  ORMC: 'Rôle',
  REDUCTION: 'Bordereau d’annulation ou de réduction',
  ROLL: 'Bordereau du titre récapitulatif',
  REGIE: 'Bordereau du titre de la régie',
};

/** « Rôle n° 12 de 2026 ». */
export function batchTitle(batch: NamedBatch): string {
  const number = batch.number === null ? '(sans numéro)' : `n° ${batch.number}`;
  return `${NAMES[batch.kind]} ${number} de ${batch.exercise}`;
}
