import { type Cents, cents } from '../../kernel/money.js';

/**
 * What of a credit may be spent, zero or more: what is held less what is promised. A promise may exceed what is held
 * while the rest of it is being paid; what comes in meanwhile counts for it first.
 */
export function freeCredit(heldCents: Cents, promisedCents: Cents): Cents {
  return cents(Math.max(0, heldCents - promisedCents));
}
