import { amount, documented, entered, type LedgerRule, mirrored, printed, unbroken } from './ledger-rule.js';

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
  entered('refunds', 'refund', 'd.amount_cents', 'le remboursement'),
  documented('refunds', 'refund', 'le remboursement'),
  entered(
    'refund_reversals',
    'refund-reversal',
    '(SELECT r.amount_cents FROM refunds r WHERE r.id = d.refund_id)',
    'l’annulation de remboursement',
  ),
  documented('refund_reversals', 'refund-reversal', 'l’annulation de remboursement'),
  mirrored('refund_reversals', ['refund', 'd.refund_id'], 'refund-reversal', 'l’annulation de remboursement'),
  {
    sql: `SELECT d.collectivite_id, d.id AS subject, COALESCE(SUM(r.amount_cents), 0) AS found, d.total_cents AS expected
          FROM refund_lists d LEFT JOIN refunds r ON r.refund_list_id = d.id
          GROUP BY d.collectivite_id, d.id, d.total_cents
          HAVING COALESCE(SUM(r.amount_cents), 0) <> d.total_cents`,
    tell: ({ subject, found, expected }) =>
      `la liste de remboursements d’identifiant ${subject} est de ${amount(expected)} et ses lignes font ${amount(found)}.`,
  },
  entered('remittances', 'remittance', 'd.total_cents', 'le bordereau de versement'),
  documented('remittances', 'remittance', 'le bordereau de versement'),
  entered(
    'remittance_reversals',
    'remittance-reversal',
    '(SELECT r.total_cents FROM remittances r WHERE r.id = d.remittance_id)',
    'l’annulation de bordereau de versement',
  ),
  documented('remittance_reversals', 'remittance-reversal', 'l’annulation de bordereau de versement'),
  mirrored(
    'remittance_reversals',
    ['remittance', 'd.remittance_id'],
    'remittance-reversal',
    'l’annulation de bordereau de versement',
  ),
  {
    sql: `SELECT a.collectivite_id, a.remittance_id AS subject, 0 AS found, 1 AS expected
          FROM remittance_acceptances a JOIN remittance_reversals v ON v.remittance_id = a.remittance_id`,
    tell: ({ subject }) => `le bordereau de versement d’identifiant ${subject} est reçu par la Trésorerie et annulé.`,
  },
  {
    sql: `SELECT r.collectivite_id, r.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found,
            CASE WHEN v.id IS NULL THEN r.total_cents ELSE 0 END AS expected
          FROM remittances r LEFT JOIN (
            SELECT remittance_id, amount_cents FROM remittance_lines
            UNION ALL SELECT remittance_id, amount_cents FROM remittance_refunds
          ) l ON l.remittance_id = r.id
          LEFT JOIN remittance_reversals v ON v.remittance_id = r.id
          GROUP BY r.collectivite_id, r.id, r.total_cents, v.id
          HAVING COALESCE(SUM(l.amount_cents), 0) <> expected`,
    tell: ({ subject, found, expected }) =>
      `le bordereau de versement d’identifiant ${subject} est de ${amount(expected)} et ses lignes font ${amount(found)}.`,
  },
  {
    sql: `SELECT l.collectivite_id, l.payment_id AS subject, l.amount_cents AS found, p.amount_cents AS expected
          FROM remittance_lines l
          JOIN remittances r ON r.id = l.remittance_id
          JOIN payments p ON p.id = l.payment_id
          WHERE p.amount_cents <> l.amount_cents OR p.means <> r.means`,
    tell: ({ subject, found, expected }) =>
      `le paiement n° ${subject}, de ${amount(expected)}, est versé pour ${amount(found)} ou avec un autre moyen.`,
  },
  {
    sql: `SELECT r.collectivite_id, r.id AS subject, a.code AS found, r.means AS expected
          FROM remittances r
          JOIN ledger_entries e ON e.collectivite_id = r.collectivite_id AND e.source_kind = 'remittance' AND e.source_id = r.id
          JOIN ledger_lines l ON l.entry_id = e.id
          JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'MEANS'
          WHERE SUBSTR(a.code, 7) <> r.means`,
    tell: ({ subject, found, expected }) =>
      `le bordereau de versement d’identifiant ${subject} (${expected}) est comptabilisé sur ${found}.`,
  },
  {
    sql: `SELECT l.collectivite_id, l.payment_reversal_id AS subject, -l.amount_cents AS found, p.amount_cents AS expected
          FROM remittance_lines l
          JOIN remittances r ON r.id = l.remittance_id
          JOIN payment_reversals v ON v.id = l.payment_reversal_id
          JOIN payments p ON p.id = v.payment_id
          LEFT JOIN remittance_lines handed ON handed.payment_id = p.id AND handed.remittance_id < l.remittance_id
          WHERE -l.amount_cents <> p.amount_cents OR p.means <> r.means OR handed.id IS NULL`,
    tell: ({ subject, found, expected }) =>
      `l’annulation de paiement d’identifiant ${subject}, de ${amount(expected)}, est déduite d’un versement pour ${amount(found)}, d’un autre moyen ou sans avoir été versée avant.`,
  },
  {
    sql: `SELECT l.collectivite_id, COALESCE(l.refund_id, v.refund_id) AS subject, -l.amount_cents AS found, f.amount_cents AS expected
          FROM remittance_refunds l
          JOIN remittances r ON r.id = l.remittance_id
          LEFT JOIN refund_reversals v ON v.id = l.refund_reversal_id
          JOIN refunds f ON f.id = COALESCE(l.refund_id, v.refund_id)
          LEFT JOIN remittance_refunds sent ON sent.refund_id = v.refund_id AND sent.remittance_id <= l.remittance_id
          WHERE r.means <> 'TRANSFER' OR ABS(l.amount_cents) <> f.amount_cents
            OR (l.refund_reversal_id IS NOT NULL AND sent.id IS NULL)`,
    tell: ({ subject, found, expected }) =>
      `le remboursement d’identifiant ${subject}, de ${amount(expected)}, compte dans un versement pour ${amount(found)}, d’un autre moyen, ou revient sans y avoir été déduit.`,
  },
  entered('write_offs', 'write-off', 'd.amount_cents', 'l’abandon de créance'),
  documented('write_offs', 'write-off', 'l’abandon de créance'),
  entered(
    'write_off_reversals',
    'write-off-reversal',
    '(SELECT w.amount_cents FROM write_offs w WHERE w.id = d.write_off_id)',
    'l’annulation d’abandon de créance',
  ),
  documented('write_off_reversals', 'write-off-reversal', 'l’annulation d’abandon de créance'),
  mirrored(
    'write_off_reversals',
    ['write-off', 'd.write_off_id'],
    'write-off-reversal',
    'l’annulation d’abandon de créance',
  ),
  {
    sql: `SELECT w.collectivite_id, w.id AS subject, a.code AS found, w.nature AS expected
          FROM write_offs w
          JOIN ledger_entries e ON e.collectivite_id = w.collectivite_id AND e.source_kind = 'write-off' AND e.source_id = w.id
          JOIN ledger_lines l ON l.entry_id = e.id
          JOIN ledger_accounts a ON a.id = l.account_id
          WHERE (l.amount_cents > 0 AND (a.kind <> 'WRITE_OFF' OR SUBSTR(a.code, 11) <> w.nature))
            OR (l.amount_cents < 0 AND a.kind <> w.debt) OR l.family_id <> w.family_id`,
    tell: ({ subject, found, expected }) =>
      `l’abandon de créance d’identifiant ${subject} (nature ${expected}) est comptabilisé sur ${found}, ou pour une autre famille.`,
  },
  printed('payments', 'receipt', '$.cents', 'd.amount_cents', 'la quittance du paiement'),
  printed(
    ...(['payment_reversals', 'paper', '$.cents'] as const),
    '(SELECT p.amount_cents FROM payments p WHERE p.id = d.payment_id)',
    'l’annulation de paiement',
  ),
  printed('remittances', 'paper', '$.totalCents', 'd.total_cents', 'le bordereau de versement'),
  printed('refund_lists', 'paper', '$.totalCents', 'd.total_cents', 'la liste de remboursements'),
  unbroken('write_offs', "'NV'", 'year', 'number', '', 'abandons de créances'),
  unbroken('remittances', "'V'", 'year', 'number', '', 'bordereaux de versement'),
  unbroken('refund_lists', "'R'", 'year', 'number', '', 'listes de remboursements'),
  unbroken('payment_reversals', "'AQ'", 'year', 'number', '', 'annulations de quittances'),
];
