import type { Cents } from '../../kernel/money.js';

/** How long the same payment, recorded again by the same person, is taken for a nervous click. In seconds. */
export const CLICK_SECONDS = 120;

export interface Share {
  readonly invoiceId: number;
  readonly cents: Cents;
}

/**
 * Whether a payment asked for says the same as one recorded a moment ago, family, means, amount, day and person
 * being the same: the same reference, and no other distribution between the invoices.
 */
export function sameClick(
  asked: { readonly reference: string | null; readonly shares?: readonly Share[] },
  recorded: { readonly reference: string | null; readonly shares: readonly Share[] },
): boolean {
  return (
    asked.reference === recorded.reference &&
    (asked.shares === undefined || textOf(asked.shares) === textOf(recorded.shares))
  );
}

function textOf(shares: readonly Share[]): string {
  return shares
    .filter(({ cents }) => cents !== 0)
    .map(({ invoiceId, cents }) => `${invoiceId}:${cents}`)
    .sort()
    .join(' ');
}
