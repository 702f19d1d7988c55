import { Temporal } from '../../kernel/civil-time.js';
import { NBSP, euros } from '../../kernel/french.js';
import { type Cents, cents, splitByWeight, sumCents } from '../../kernel/money.js';
import type { Problem } from '../../kernel/problem.js';
import type { Allocated } from '../../ledger/rules/index.js';
import { paymentsProblems } from '../problems.js';
import type { Share } from './click.js';
import { type Means, canPay, checkCashLimit } from './means.js';

/** What remains due on an issued invoice, per prestation; never negative. */
export interface OpenInvoice {
  readonly invoiceId: number;
  /** As printed, e.g. 2026-000123. */
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  readonly open: readonly OpenAmount[];
}

export interface OpenAmount {
  readonly prestationId: number;
  readonly cesuAccepted: boolean;
  readonly cents: Cents;
}

export interface PaymentToAllocate {
  readonly means: Means;
  /** More than zero. */
  readonly cents: Cents;
  /** What goes to each invoice; without it, the oldest due is settled first. */
  readonly shares?: readonly Share[];
}

/**
 * Decides what a payment settles: per invoice, then per prestation in proportion to what is open, so that part
 * payments never leave a cent over. The parts add up to the payment; parts of zero are left out.
 * Throws PAYMENT_EXCEEDS_DUE, PAYMENT_SHARES_DIFFER or PAYMENT_MEANS_REFUSED; RangeError on an amount that is not
 * positive or an open amount that is negative.
 */
export function allocatePayment(payment: PaymentToAllocate, invoices: readonly OpenInvoice[]): Allocated[] {
  if (cents(payment.cents) <= 0) throw new RangeError('a payment is more than zero');
  checkCashLimit(payment.means, payment.cents);
  checkSomethingPayable(payment, invoices);
  const shares = payment.shares ? givenShares(payment, invoices) : oldestFirst(payment, invoices);
  return invoices.flatMap((invoice) => settle(invoice, payment.means, shares.get(invoice.invoiceId) ?? 0));
}

/**
 * The same where what exceeds the debts is held for the family: nothing is refused because it is too much. A share that
 * its invoice no longer takes goes to no other one. Throws PAYMENT_MEANS_REFUSED for cash above its limit.
 */
export function allocateOrHold(
  payment: PaymentToAllocate,
  invoices: readonly OpenInvoice[],
): { readonly allocated: Allocated[]; readonly heldCents: Cents } {
  checkCashLimit(payment.means, payment.cents);
  const payable = invoices.filter((invoice) => payableBy(payment.means, invoice) > 0);
  const wanted = (payment.shares ?? oldestShares(payment, payable)).flatMap(({ invoiceId, cents }) => {
    const invoice = payable.find((one) => one.invoiceId === invoiceId);
    const share = invoice ? Math.min(cents, payableBy(payment.means, invoice)) : 0;
    return share > 0 ? [{ invoiceId, cents: share }] : [];
  });
  const settledCents = sumCents(wanted.map(({ cents }) => cents));
  const allocated =
    settledCents === 0 ? [] : allocatePayment({ ...payment, cents: settledCents, shares: wanted }, payable);
  return { allocated, heldCents: cents(payment.cents - settledCents) };
}

/** What of an invoice this means may pay. */
export function payableBy(means: Means, invoice: OpenInvoice): Cents {
  return sumCents(payableAmounts(means, invoice).map((open) => open.cents));
}

function oldestFirst(payment: PaymentToAllocate, invoices: readonly OpenInvoice[]): Map<number, Cents> {
  const payable = sumCents(invoices.map((invoice) => payableBy(payment.means, invoice)));
  if (payment.cents > payable) throw exceeds(payment.means, payable, 'cents');
  return new Map(oldestShares(payment, invoices).map((share) => [share.invoiceId, share.cents]));
}

function oldestShares({ means, cents }: PaymentToAllocate, invoices: readonly OpenInvoice[]): Share[] {
  let left = cents;
  return [...invoices].sort(byDueDate).map((invoice) => {
    const share = Math.min(left, payableBy(means, invoice));
    left -= share;
    return { invoiceId: invoice.invoiceId, cents: share };
  });
}

function givenShares(payment: PaymentToAllocate, invoices: readonly OpenInvoice[]): Map<number, Cents> {
  const given = payment.shares ?? [];
  const shares = new Map(given.map((share) => [share.invoiceId, cents(share.cents)]));
  const known = given.every((share) => invoices.some((invoice) => invoice.invoiceId === share.invoiceId));
  const total = sumCents(given.map((share) => share.cents));
  if (!known || shares.size !== given.length || total !== payment.cents || given.some((share) => share.cents < 0)) {
    throw paymentsProblems.PAYMENT_SHARES_DIFFER(
      `La répartition (${euros(total)}) doit citer une seule fois des factures non soldées de cette famille ` +
        `et faire le total du paiement (${euros(payment.cents)}).`,
      { errors: [{ field: 'shares', message: `Total attendu${NBSP}: ${euros(payment.cents)}.` }] },
    );
  }
  for (const [index, share] of given.entries()) {
    const invoice = invoices.find(({ invoiceId }) => invoiceId === share.invoiceId)!;
    const payable = payableBy(payment.means, invoice);
    if (share.cents > payable) {
      throw exceeds(payment.means, payable, `shares[${index}].cents`, invoice.number);
    }
  }
  return shares;
}

function settle(invoice: OpenInvoice, means: Means, share: Cents): Allocated[] {
  if (share === 0) return [];
  const payable = payableAmounts(means, invoice);
  const parts = splitByWeight(
    share,
    payable.map((open) => open.cents),
  );
  return payable
    .map(({ prestationId }, index) => ({ invoiceId: invoice.invoiceId, prestationId, cents: parts[index]! }))
    .filter((allocated) => allocated.cents !== 0);
}

function payableAmounts(means: Means, invoice: OpenInvoice): OpenAmount[] {
  if (invoice.open.some((open) => open.cents < 0)) {
    throw new RangeError(`the invoice ${invoice.number} has a negative open amount`);
  }
  return invoice.open.filter((open) => open.cents > 0 && canPay(means, open));
}

function checkSomethingPayable({ means }: PaymentToAllocate, invoices: readonly OpenInvoice[]): void {
  const due = invoices.some((invoice) => invoice.open.some((open) => open.cents > 0));
  if (due && invoices.every((invoice) => payableBy(means, invoice) === 0)) {
    throw paymentsProblems.PAYMENT_MEANS_REFUSED(
      `Le CESU ne peut pas régler ces prestations${NBSP}: il paie la garde d’enfants, jamais les repas. ` +
        'Choisissez un autre moyen de paiement.',
      { errors: [{ field: 'means', message: 'CESU non accepté pour ces prestations.' }] },
    );
  }
}

function exceeds(means: Means, payable: Cents, field: string, number?: string): Problem {
  const where = number === undefined ? 'sur les factures de cette famille' : `sur la facture ${number}`;
  const errors = [{ field, message: `${euros(payable)} au plus.` }];
  if (payable === 0)
    return paymentsProblems.PAYMENT_EXCEEDS_DUE(
      `Il ne reste rien à payer ${where}. Vérifiez la famille, et si ce paiement n’est pas déjà enregistré.`,
      { errors },
    );
  const limit =
    means === 'CESU'
      ? `Le CESU ne peut régler que ${euros(payable)} ${where} (garde d’enfants, sans les repas)`
      : `Il reste ${euros(payable)} à payer ${where}`;
  return paymentsProblems.PAYMENT_EXCEEDS_DUE(`${limit}${NBSP}: ramenez le paiement à ce montant au plus.`, {
    errors,
  });
}

function byDueDate(a: OpenInvoice, b: OpenInvoice): number {
  return Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.invoiceId - b.invoiceId;
}
