import { type Cents, sumCents } from '../../kernel/money.js';

/**
 * The care in some charges, as tax certificates count it: the sum of what is told, null where none of them tells the
 * meal from the care.
 */
export function careOf(charges: readonly { readonly careCents: Cents | null }[]): Cents | null {
  const told = charges.flatMap(({ careCents }) => (careCents === null ? [] : [careCents]));
  return told.length === 0 ? null : sumCents(told);
}
