import type { OnlinePaymentRow } from '../data/online-payment.entity.js';

/**
 * The page of the portal that follows an online payment: of its basket, or of the payment itself; that of the invoices for
 * one that nobody knows. It is told to whoever calls, so it says nothing but numbers: one signs in to read it.
 */
export function addressAfterReturn(payment: Pick<OnlinePaymentRow, 'id' | 'familyId' | 'validationId'> | null): string {
  if (!payment) return '/factures';
  const { id, familyId, validationId } = payment;
  return validationId === null
    ? `/familles/${familyId}/paiements/en-ligne/${id}`
    : `/familles/${familyId}/panier/paiements/${validationId}`;
}
