import { type Cents, sumCents } from '../../kernel/money.js';
import type { Collection } from './collection.js';

type Listed = readonly { readonly cents: Cents }[];

/**
 * The papers of part C make what the accounts say: payments that did not hold (D), and refunds (G, and D since each
 * leaves by a means). Throws RangeError where a paper has no entry, or an entry no paper.
 */
export function refuseUnlisted(
  { accounts, credits }: Pick<Collection, 'accounts' | 'credits'>,
  deductions: Listed,
  refunds: Listed,
): void {
  const of = (listed: Listed) => 0 - sumCents(listed.map(({ cents }) => cents));
  const reversed = sumCents(accounts.map(({ reversedCents }) => reversedCents));
  if (of(deductions) !== reversed)
    throw new RangeError(`the reversals listed make ${of(deductions)} and the accounts ${reversed}`);
  const left = sumCents(accounts.map(({ refundedCents }) => refundedCents));
  if (of(refunds) !== credits.refundedCents || of(refunds) !== left)
    throw new RangeError(
      `the refunds listed make ${of(refunds)}, the credits ${credits.refundedCents}, the means ${left}`,
    );
}
