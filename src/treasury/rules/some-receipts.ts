import type { MeansReceipts, ReceiptTotals } from '../../ledger/rules/index.js';
import type { CollectionFilter } from './collection-filter.js';

type Asked = Pick<CollectionFilter, 'means' | 'prestationId' | 'nature' | 'function'>;

const NO_CREDITS: ReceiptTotals['credits'] = {
  openingCents: 0,
  receivedCents: 0,
  creditNotesCents: 0,
  usedCents: 0,
  refundedCents: 0,
  closingCents: 0,
};

/** Whether only some of the receipts are asked for. */
export function asksSome({ means, prestationId, nature, function: fonction }: Asked): boolean {
  return [means, prestationId, nature, fonction].some((one) => one !== undefined);
}

/** Whether only what settles some debts is asked for: then no account of a means, and no credit, is about it alone. */
export function asksDebts({ prestationId, nature, function: fonction }: Asked): boolean {
  return asksSome({
    ...(prestationId && { prestationId }),
    ...(nature && { nature }),
    ...(fonction && { function: fonction }),
  });
}

/**
 * What of the receipts of a period was asked for; `byMeans` is what each means brought of it, counted by the ledger, as a
 * payment that settles two prestations is one. What is held for families belongs to no prestation; credits are left out.
 */
export function someReceipts(totals: ReceiptTotals, asked: Asked, byMeans: readonly MeansReceipts[]): ReceiptTotals {
  const ofMeans = ({ means }: { readonly means: string }) => asked.means === undefined || means === asked.means;
  const whole = !asksDebts(asked);
  return {
    byPrestation: totals.byPrestation.filter(
      (part) =>
        ofMeans(part) &&
        (asked.prestationId === undefined || part.prestationId === asked.prestationId) &&
        (asked.nature === undefined || part.imputation.nature === asked.nature) &&
        (asked.function === undefined || (part.imputation.function ?? '-') === asked.function),
    ),
    byMeans,
    held: whole ? totals.held.filter(ofMeans) : [],
    accounts: whole ? totals.accounts.filter(ofMeans) : [],
    credits: NO_CREDITS,
  };
}
