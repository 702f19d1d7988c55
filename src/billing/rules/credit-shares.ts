import { type Cents, splitByWeight, sumCents } from '../../kernel/money.js';

/** What remains due of an invoice for a prestation. */
export interface OpenShare {
  readonly prestationId: number;
  readonly cents: Cents;
}

/** How a credit pays an invoice: as far as it goes, shared by prestation in proportion to what is open of each. */
export function creditShares(creditCents: Cents, open: readonly OpenShare[]): OpenShare[] {
  const due = open.filter(({ cents }) => cents > 0);
  const used = Math.min(creditCents, sumCents(due.map(({ cents }) => cents)));
  if (used <= 0) return [];
  const parts = splitByWeight(
    used,
    due.map(({ cents }) => cents),
  );
  return due
    .map(({ prestationId }, index) => ({ prestationId, cents: parts[index]! }))
    .filter(({ cents }) => cents > 0);
}
