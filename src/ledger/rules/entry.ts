import { type Cents, cents, sumCents } from '../../kernel/money.js';
import {
  type AccountCode,
  creditAccount,
  familyAccount,
  type Imputation,
  meansAccount,
  productAccount,
} from './account.js';

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

/** Money received by one means, already allocated to what it settles; what settles nothing is held for the family. */
export interface PaymentToPost {
  readonly familyId: number;
  readonly means: string;
  readonly allocations: readonly Allocated[];
  readonly creditCents?: Cents;
}

/** A part of the debt of an invoice. */
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
export function invoiceEntry(invoice: InvoiceToPost): Entry {
  const { familyId, invoiceId } = invoice;
  return posted(
    productLines(invoice).flatMap(({ account, cents, prestationId }) => {
      const about = { familyId, invoiceId, prestationId };
      return [
        { account: familyAccount(familyId), cents, ...about },
        { account, cents: -cents, ...about },
      ];
    }),
  );
}

/** The lines of an invoice summed by prestation, with the account of each. Throws RangeError as `invoiceEntry` does. */
export function productLines({
  invoiceId,
  lines,
}: InvoiceToPost): { readonly prestationId: number; readonly account: AccountCode; readonly cents: Cents }[] {
  const accounts = new Map<number, AccountCode>();
  for (const { prestationId, imputation } of lines) {
    const account = productAccount(imputation, prestationId);
    if ((accounts.get(prestationId) ?? account) !== account) {
      throw new RangeError(`the prestation ${prestationId} has two imputations in the invoice ${invoiceId}`);
    }
    accounts.set(prestationId, account);
  }
  return totalsBy(lines, (line) => line.prestationId).map(([prestationId, amount]) => ({
    prestationId,
    account: accounts.get(prestationId)!,
    cents: amount,
  }));
}

/**
 * Debits the means once per prestation, so that receipts read by prestation × means need no other table;
 * credits the family once per invoice and prestation, so that each one's balance stays exact.
 */
export function paymentEntry({ familyId, means, allocations, creditCents = 0 }: PaymentToPost): Entry {
  const received = totalsBy(allocations, (allocated) => allocated.prestationId).map(([prestationId, amount]) => ({
    account: meansAccount(means),
    cents: amount,
    familyId,
    prestationId,
  }));
  return posted([
    ...received,
    { account: meansAccount(means), cents: creditCents, familyId },
    ...debtLines(familyAccount(familyId), familyId, allocations, -1),
    { account: creditAccount(familyId), cents: -creditCents, familyId },
  ]);
}

/** Lines on an account of debt, one for each invoice and prestation, in the order in which they first appear. */
export function debtLines(
  account: AccountCode,
  familyId: number,
  parts: readonly Allocated[],
  sign: 1 | -1,
): EntryLine[] {
  const invoices = [...new Set(parts.map((part) => part.invoiceId))];
  return invoices.flatMap((invoiceId) =>
    totalsBy(
      parts.filter((part) => part.invoiceId === invoiceId),
      (part) => part.prestationId,
    ).map(([prestationId, amount]) => ({ account, cents: sign * amount, familyId, invoiceId, prestationId })),
  );
}

/** Sums by key, in the order in which the keys first appear. */
export function totalsBy<Item extends { readonly cents: Cents }>(
  items: readonly Item[],
  keyOf: (item: Item) => number,
): [number, Cents][] {
  const totals = new Map<number, Cents>();
  for (const item of items) totals.set(keyOf(item), cents((totals.get(keyOf(item)) ?? 0) + cents(item.cents)));
  return [...totals];
}

/** The entry of these lines without those of nothing. Throws RangeError when it does not balance. */
export function posted(lines: readonly EntryLine[]): Entry {
  const entry = { lines: lines.filter((line) => line.cents !== 0) };
  if (!balanced(entry)) throw new RangeError('the entry does not balance');
  return entry;
}
