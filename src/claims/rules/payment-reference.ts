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
 * How the 21 digits of an article are composed: E the exercise, P the period, R the code recette, D the number of the
 * debt, each as wide as its letter is repeated; digits stand for themselves. As test material groups them; that the code
 * recette comes after the period is to be confirmed by the SGC.
 */
export const USUAL_ROLL_REFERENCE = 'EEEEPPRRDDDDDDDDDDDDD';

/** Whether a composition can be filled: 21 places, each part in one piece, the debt with all its ten digits. */
export function isRollReference(composition: string): boolean {
  const parts = composition.match(/E+|P+|R+|D+/g) ?? [];
  const isOnce = new Set(parts.map((part) => part[0])).size === parts.length;
  return (
    /^[EPRD0-9]{21}$/.test(composition) &&
    isOnce &&
    /^[^E]*(EE|EEEE)?[^E]*$/.test(composition) &&
    /D{10}/.test(composition)
  );
}

/**
 * What a family types on PayFiP's page to pay a titre: exercise, titre and line, 18 digits; or an article of a rôle: 21
 * digits, composed as the SGC says. Null where a part does not fit: the avis says it.
 */
export function paymentReference(debt: NumberedDebt, composition: string): string | null {
  const { kind, exercise, piece, debtNumber, debtPeriod, revenue } = debt;
  if (kind === 'TITRE') return `${exercise}${digits(piece, 8)}${digits(1, 6)}`;
  if (kind !== 'ORMC') return null;
  const values: Record<string, string | null> = {
    E: String(exercise),
    P: String(debtPeriod),
    R: /^\d+$/.test(revenue ?? '') ? String(Number(revenue)) : null,
    D: debtNumber,
  };
  const parts = (composition.match(/E+|P+|R+|D+|\d+/g) ?? []).map((part) => {
    const letter = part[0]!;
    if (!(letter in values)) return part;
    const value = letter === 'E' ? values['E']!.slice(-part.length) : values[letter];
    return value != null && value.length <= part.length ? value.padStart(part.length, '0') : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
