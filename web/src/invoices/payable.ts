import type { Schemas } from '../api/client';
import type { Invoice } from './queries';

type Debit = Pick<Schemas['FamilyDebitDto'], 'invoiceId' | 'state'>;

/**
 * What the family may pay online now, the oldest first: what the Trésorerie collects is paid there, and what is about to be
 * debited is not paid twice.
 */
export function payableOf<One extends Invoice>(invoices: readonly One[], debits: readonly Debit[]): One[] {
  const debited = new Set(debits.filter(({ state }) => state === 'SENT').map(({ invoiceId }) => invoiceId));
  return invoices
    .filter(({ openCents, settlement }) => openCents > 0 && settlement !== 'AT_TREASURY')
    .filter(({ invoiceId }) => !debited.has(invoiceId))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/**
 * What one payment takes at first: all of the oldest invoice's year, as a payment is of one year; what is paid by
 * instalments stays out until it is chosen.
 */
export function chosenAtFirst(payable: readonly Invoice[]): Set<number> {
  const plain = payable.filter(({ planId }) => planId === null);
  const year = plain[0]?.issuedOn.slice(0, 4);
  return new Set(plain.filter(({ issuedOn }) => issuedOn.startsWith(year!)).map(({ invoiceId }) => invoiceId));
}
