import type { Cents } from '../../kernel/money.js';
import { euros } from '../../kernel/french.js';
import { paymentsProblems } from '../problems.js';

/** How money reaches the régie at the counter. */
export const COUNTER_MEANS = ['CHEQUE', 'CASH', 'CARD', 'CESU', 'TRANSFER'] as const;

/** How money reaches the régie: at the counter, by PayFiP, by a debit that the régisseur asks the bank for. */
export type Means = (typeof COUNTER_MEANS)[number] | 'PAYFIP_CARD' | 'PAYFIP_DEBIT' | 'DIRECT_DEBIT';

/** In the order in which a régisseur is offered them, and reports list them. */
export const MEANS_OF_PAYMENT: readonly { readonly code: Means; readonly label: string }[] = [
  { code: 'CHEQUE', label: 'chèque' },
  { code: 'CASH', label: 'espèces' },
  { code: 'CARD', label: 'CB' },
  { code: 'CESU', label: 'CESU' },
  { code: 'TRANSFER', label: 'virement' },
  { code: 'PAYFIP_CARD', label: 'PayFiP, carte bancaire' },
  { code: 'PAYFIP_DEBIT', label: 'PayFiP, prélèvement unique' },
  { code: 'DIRECT_DEBIT', label: 'prélèvement' },
];

/**
 * Public receipts are accepted in cash up to 300 €: article 1680 of the CGI for those under a titre exécutoire,
 * which a DGFiP note of 27 May 2014 extends to every public receipt. Known from secondary sources: some read the
 * limit per debt, not per payment; the comptable has the last word.
 */
export const CASH_LIMIT_CENTS: Cents = 30_000;

export function meansLabel(means: Means): string {
  return MEANS_OF_PAYMENT.find(({ code }) => code === means)!.label;
}

/**
 * CESU pays childcare, never meals (a note of Bercy, reported by Banque des Territoires), and only where
 * the council decided so: each prestation says whether it accepts it. Every other means pays everything.
 */
export function canPay(means: Means, prestation: { readonly cesuAccepted: boolean }): boolean {
  return means !== 'CESU' || prestation.cesuAccepted;
}

/** Throws PAYMENT_MEANS_REFUSED when cash goes above its limit in one payment. */
export function checkCashLimit(means: Means, amount: Cents): void {
  if (means === 'CASH' && amount > CASH_LIMIT_CENTS) {
    throw paymentsProblems.PAYMENT_MEANS_REFUSED(
      `Les espèces sont acceptées jusqu’à ${euros(CASH_LIMIT_CENTS)} par paiement. ` +
        `Pour ${euros(amount)}, demandez un chèque, une carte ou un virement.`,
      { errors: [{ field: 'means', message: `Espèces limitées à ${euros(CASH_LIMIT_CENTS)}.` }] },
    );
  }
}
