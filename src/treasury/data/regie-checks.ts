import { documented, entered, type LedgerRule, mirrored, unbroken } from './ledger-rule.js';

/** What the régisseur undoes, gives back, gives up and hands over: documents, entries and numbers. */
export const REGIE_RULES: readonly LedgerRule[] = [
  entered(
    'payment_reversals',
    'payment-reversal',
    '(SELECT p.amount_cents FROM payments p WHERE p.id = d.payment_id)',
    'l’annulation de paiement',
  ),
  documented('payment_reversals', 'payment-reversal', 'l’annulation de paiement'),
  mirrored('payment_reversals', ['payment', 'd.payment_id'], 'payment-reversal', 'l’annulation de paiement'),
  entered('credit_use_reversals', 'credit-use-reversal', 'd.amount_cents', 'l’utilisation d’avoir annulée'),
  documented('credit_use_reversals', 'credit-use-reversal', 'l’utilisation d’avoir annulée'),
  {
    sql: `SELECT p.collectivite_id, e.id AS subject, e.date AS found, p.to_date AS expected
          FROM ledger_periods p
          JOIN ledger_entries e ON e.collectivite_id = p.collectivite_id AND e.date <= p.to_date
          JOIN ledger_seals s ON s.entry_id = e.id
          WHERE s.chain_rank > p.chain_rank`,
    tell: ({ subject, found, expected }) =>
      `l’écriture n° ${subject} est datée du ${found}, dans une période close jusqu’au ${expected}.`,
  },
  unbroken('payment_reversals', "'AQ'", 'year', 'number', '', 'annulations de quittances'),
];
