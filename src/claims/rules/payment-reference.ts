import type { BatchKind } from './batch.js';

/** A debt of the comptable, as its bordereau numbers it. */
export interface NumberedDebt {
  readonly kind: BatchKind;
  readonly exercise: number;
  /** « IdPce »: titre number, or article of the rôle. */
  readonly piece: number;
  /** « NumDette », of an article. */
  readonly debtNumber: string | null;
  readonly debtPeriod: number;
  /** « Code recette » of the payment slip; null without one. */
  readonly revenue: string | null;
}

/**
 * What a family types on PayFiP's page to pay a titre: exercise, titre and line, 18 digits; or an article of a rôle:
 * exercise, period, code recette and number of the debt, 21 digits. As test material groups them; that the code recette
 * comes after the period is to be confirmed by the SGC. Null where a code is no number of two digits: the avis says it.
 */
export function paymentReference(debt: NumberedDebt): string | null {
  const { kind, exercise, piece, debtNumber, debtPeriod, revenue } = debt;
  if (kind === 'TITRE') return `${exercise}${digits(piece, 8)}${digits(1, 6)}`;
  const code = /^0?(\d{2})$/.exec(revenue ?? '')?.[1];
  if (kind !== 'ORMC' || debtNumber === null || code === undefined) return null;
  return `${exercise}${digits(debtPeriod, 2)}${code}${debtNumber.padStart(13, '0')}`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
