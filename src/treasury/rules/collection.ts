import { type Cents, sumCents } from '../../kernel/money.js';
import type { CreditAccount, Imputation, MeansAccount, ReceiptTotals } from '../../ledger/rules/index.js';
import { meansName, meansRank } from './means-order.js';

export interface MeansTotal {
  readonly means: string;
  readonly label: string;
  /** Number of payments. */
  readonly operations: number;
  readonly cents: Cents;
}

export interface PrestationTotal {
  readonly prestationId: number;
  readonly label: string;
  /** That of the invoices that were settled: a prestation imputed anew has a line for each. */
  readonly imputation: Imputation;
  /** Chapter and code produit local in force; absent where none was entered. */
  readonly chapter?: string;
  readonly productCode?: string;
  /** Number of payments that settled something of it. */
  readonly operations: number;
  readonly cents: Cents;
  /** The same amount by means code; a means that brought nothing is absent. */
  readonly byMeans: Readonly<Record<string, Cents>>;
}

/** The account of a means over the period: what opens it and what moves it make what closes it. */
export interface AccountTotal extends MeansAccount {
  readonly label: string;
}

/**
 * État d'encaissement récapitulatif: (A) by prestation, what of it is held for families (part of G), and (B) by means;
 * the first two make the total of the third.
 */
export interface Collection {
  readonly byPrestation: readonly PrestationTotal[];
  readonly byMeans: readonly MeansTotal[];
  readonly totalCents: Cents;
  /** Number of payments. */
  readonly operations: number;
  /** What of the total settled no invoice, and is held for families. */
  readonly heldCents: Cents;
  /** (D) The account of each means that has one, in the order of the counter. */
  readonly accounts: readonly AccountTotal[];
  /** (G) What is held for families. */
  readonly credits: CreditAccount;
}

/**
 * What was received, from the ledger's sums of a period. Prestations come by nature, fonction, then label; means in
 * the order of the counter. Throws RangeError when (A) and what is held, read from the families' accounts, and (B), read
 * from the accounts of the means, differ as a whole or for one means, when an account does not close as it opened and
 * moved, or when a prestation has no label.
 */
export function collectionOf(
  receipts: ReceiptTotals,
  labels: ReadonlyMap<number, string>,
  codes: ReadonlyMap<number, { readonly chapter: string; readonly productCode: string }> = new Map(),
): Collection {
  const byPrestation = prestationTotals(receipts, labels).map((total) => ({
    ...total,
    ...codes.get(total.prestationId),
  }));
  const byMeans = [...receipts.byMeans]
    .map((one) => ({ means: one.means, label: meansName(one.means), operations: one.operations, cents: one.cents }))
    .sort((a, b) => meansRank(a.means) - meansRank(b.means) || a.means.localeCompare(b.means));
  refuseDifference(byPrestation, receipts.held, byMeans);
  for (const account of receipts.accounts) refuseUnclosed(account);
  refuseUnclosed(receipts.credits);
  return {
    byPrestation,
    byMeans,
    totalCents: sumCents(byMeans.map(({ cents }) => cents)),
    operations: byMeans.reduce((total, { operations }) => total + operations, 0),
    heldCents: sumCents(receipts.held.map(({ cents }) => cents)),
    accounts: receipts.accounts
      .map((account) => ({ ...account, label: meansName(account.means) }))
      .sort((a, b) => meansRank(a.means) - meansRank(b.means) || a.means.localeCompare(b.means)),
    credits: receipts.credits,
  };
}

function prestationTotals(receipts: ReceiptTotals, labels: ReadonlyMap<number, string>): PrestationTotal[] {
  const totals = new Map<string, PrestationTotal>();
  for (const { prestationId, imputation, means, cents, operations } of receipts.byPrestation) {
    const label = labels.get(prestationId);
    if (label === undefined) throw new RangeError(`receipts for the unknown prestation ${prestationId}`);
    const key = `${prestationId} ${imputation.nature} ${imputation.function ?? ''}`;
    const earlier = totals.get(key);
    totals.set(key, {
      prestationId,
      label,
      imputation,
      operations: (earlier?.operations ?? 0) + operations,
      cents: sumCents([earlier?.cents ?? 0, cents]),
      byMeans: { ...earlier?.byMeans, [means]: sumCents([earlier?.byMeans[means] ?? 0, cents]) },
    });
  }
  return [...totals.values()].sort(byImputation);
}

/** What moves an account besides its opening makes its closing. */
function refuseUnclosed(account: MeansAccount | CreditAccount): void {
  const { openingCents, closingCents, ...moves } = account;
  const moved = Object.values(moves).filter((value): value is number => typeof value === 'number');
  const expected = sumCents([openingCents, ...moved]);
  if (expected !== closingCents) throw new RangeError(`an account closes at ${closingCents} instead of ${expected}`);
}

function refuseDifference(
  byPrestation: readonly PrestationTotal[],
  held: ReceiptTotals['held'],
  byMeans: readonly MeansTotal[],
): void {
  const codes = new Set([
    ...byPrestation.flatMap((total) => Object.keys(total.byMeans)),
    ...[...held, ...byMeans].map(({ means }) => means),
  ]);
  for (const means of codes) {
    const a = sumCents([
      ...byPrestation.map((total) => total.byMeans[means] ?? 0),
      ...held.filter((part) => part.means === means).map(({ cents }) => cents),
    ]);
    const b = sumCents(byMeans.filter((total) => total.means === means).map(({ cents }) => cents));
    if (a !== b) throw new RangeError(`receipts by prestation (${a}) and by means (${b}) differ for ${means}`);
  }
}

function byImputation(a: PrestationTotal, b: PrestationTotal): number {
  return (
    a.imputation.nature.localeCompare(b.imputation.nature) ||
    (a.imputation.function ?? '').localeCompare(b.imputation.function ?? '') ||
    a.label.localeCompare(b.label, 'fr') ||
    a.prestationId - b.prestationId
  );
}
