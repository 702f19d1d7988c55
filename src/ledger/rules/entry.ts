import { type Cents, cents, sumCents } from '../../kernel/money.js';
import { type AccountCode, type Imputation, familyAccount, meansAccount, productAccount } from './account.js';

/** One line of an entry. `cents` is signed: a debit is positive, a credit negative, never zero. */
export interface EntryLine {
  readonly account: AccountCode;
  readonly cents: Cents;
  readonly familyId?: number;
  readonly invoiceId?: number;
  readonly prestationId?: number;
}

/** A double entry: no line at all (nothing to post), or at least two that sum to zero. */
export interface Entry {
  readonly lines: readonly EntryLine[];
}

/** What an issued invoice asks for; several lines of one prestation are posted as one. */
export interface InvoiceToPost {
  readonly invoiceId: number;
  readonly familyId: number;
  readonly lines: readonly { readonly prestationId: number; readonly imputation: Imputation; readonly cents: Cents }[];
}

/** Money received by one means, already allocated to what it settles. */
export interface PaymentToPost {
  readonly familyId: number;
  readonly means: string;
  readonly allocations: readonly Allocated[];
}

export interface Allocated {
  readonly invoiceId: number;
  readonly prestationId: number;
  readonly cents: Cents;
}

export function balanced({ lines }: Entry): boolean {
  return (
    lines.length !== 1 && lines.every((line) => line.cents !== 0) && sumCents(lines.map((line) => line.cents)) === 0
  );
}

/**
 * Per prestation: debit the family, credit the product. A prestation whose lines cancel out posts nothing.
 * Throws RangeError when one prestation comes with two imputations.
 */
export function invoiceEntry({ invoiceId, familyId, lines }: InvoiceToPost): Entry {
  const byPrestation = totalsBy(lines, (line) => line.prestationId);
  const imputations = new Map<number, AccountCode>();
  for (const { prestationId, imputation } of lines) {
    const account = productAccount(imputation, prestationId);
    if ((imputations.get(prestationId) ?? account) !== account) {
      throw new RangeError(`the prestation ${prestationId} has two imputations in the invoice ${invoiceId}`);
    }
    imputations.set(prestationId, account);
  }
  return posted(
    byPrestation.flatMap(([prestationId, amount]) => {
      const about = { familyId, invoiceId, prestationId };
      return [
        { account: familyAccount(familyId), cents: amount, ...about },
        { account: imputations.get(prestationId)!, cents: -amount, ...about },
      ];
    }),
  );
}

/**
 * Debits the means once per prestation, so that receipts read by prestation × means need no other table;
 * credits the family once per invoice and prestation, so that each one's balance stays exact.
 */
export function paymentEntry({ familyId, means, allocations }: PaymentToPost): Entry {
  const received = totalsBy(allocations, (allocated) => allocated.prestationId).map(([prestationId, amount]) => ({
    account: meansAccount(means),
    cents: amount,
    familyId,
    prestationId,
  }));
  const invoices = [...new Set(allocations.map((allocated) => allocated.invoiceId))];
  const settled = invoices.flatMap((invoiceId) =>
    totalsBy(
      allocations.filter((allocated) => allocated.invoiceId === invoiceId),
      (allocated) => allocated.prestationId,
    ).map(([prestationId, amount]) => ({
      account: familyAccount(familyId),
      cents: -amount,
      familyId,
      invoiceId,
      prestationId,
    })),
  );
  return posted([...received, ...settled]);
}

/** Sums by key, in the order in which the keys first appear. */
function totalsBy<Item extends { readonly cents: Cents }>(
  items: readonly Item[],
  keyOf: (item: Item) => number,
): [number, Cents][] {
  const totals = new Map<number, Cents>();
  for (const item of items) totals.set(keyOf(item), cents((totals.get(keyOf(item)) ?? 0) + cents(item.cents)));
  return [...totals];
}

function posted(lines: readonly EntryLine[]): Entry {
  const entry = { lines: lines.filter((line) => line.cents !== 0) };
  if (!balanced(entry)) throw new RangeError('the entry does not balance');
  return entry;
}
