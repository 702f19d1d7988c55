import { typeset } from '../../kernel/french.js';
import type { BrokenChain } from '../../ledger/index.js';
import { amount, type FaultRow, type LedgerRule, unbroken } from './ledger-rule.js';
import { REGIE_RULES } from './regie-checks.js';

export const LEDGER_RULES: readonly LedgerRule[] = [
  {
    sql: `SELECT e.collectivite_id, e.id AS subject, SUM(l.amount_cents) AS found, 0 AS expected
          FROM ledger_entries e LEFT JOIN ledger_lines l ON l.entry_id = e.id
          GROUP BY e.collectivite_id, e.id
          HAVING COUNT(l.id) < 2 OR SUM(l.amount_cents) <> 0`,
    tell: ({ subject, found }) =>
      found === null
        ? `l’écriture n° ${subject} n’a aucune ligne.`
        : `l’écriture n° ${subject} n’est pas équilibrée (écart de ${amount(found)}).`,
  },
  {
    sql: `SELECT e.collectivite_id, e.id AS subject, COUNT(DISTINCT l.account_id) AS found, 1 AS expected
          FROM ledger_entries e
          JOIN ledger_lines l ON l.entry_id = e.id
          JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'MEANS'
          GROUP BY e.collectivite_id, e.id
          HAVING COUNT(DISTINCT l.account_id) > 1`,
    tell: ({ subject, found }) => `l’écriture n° ${subject} mêle ${found} moyens de paiement.`,
  },
  {
    sql: `SELECT i.collectivite_id, i.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, i.total_cents AS expected
          FROM invoices i
          LEFT JOIN ledger_entries e ON e.collectivite_id = i.collectivite_id AND e.source_kind = 'invoice' AND e.source_id = i.id
          LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
          WHERE i.state = 'ISSUED'
          GROUP BY i.collectivite_id, i.id, i.total_cents
          HAVING COALESCE(SUM(l.amount_cents), 0) <> i.total_cents`,
    tell: ({ subject, found, expected }) =>
      `la facture d’identifiant ${subject} porte ${amount(expected)} et son écriture ${amount(found)}.`,
  },
  {
    sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
          FROM ledger_entries e
          LEFT JOIN invoices i ON i.id = e.source_id AND i.state = 'ISSUED'
          WHERE e.source_kind = 'invoice' AND i.id IS NULL`,
    tell: ({ subject, found }) => `l’écriture n° ${subject} cite la facture ${found}, qui n’est pas émise.`,
  },
  {
    sql: `SELECT p.collectivite_id, p.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, p.amount_cents AS expected
          FROM payments p
          LEFT JOIN ledger_entries e ON e.collectivite_id = p.collectivite_id AND e.source_kind = 'payment' AND e.source_id = p.id
          LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
          GROUP BY p.collectivite_id, p.id, p.amount_cents
          HAVING COALESCE(SUM(l.amount_cents), 0) <> p.amount_cents`,
    tell: ({ subject, found, expected }) =>
      `le paiement n° ${subject} est de ${amount(expected)} et son écriture de ${amount(found)}.`,
  },
  {
    sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
          FROM ledger_entries e
          LEFT JOIN payments p ON p.id = e.source_id
          WHERE e.source_kind = 'payment' AND p.id IS NULL`,
    tell: ({ subject, found }) => `l’écriture n° ${subject} cite le paiement ${found}, qui n’existe pas.`,
  },
  {
    sql: `SELECT p.collectivite_id, p.id AS subject, COALESCE(SUM(a.amount_cents), 0) AS found, p.amount_cents AS expected
          FROM payments p LEFT JOIN payment_allocations a ON a.payment_id = p.id
          GROUP BY p.collectivite_id, p.id, p.amount_cents, p.credited_cents
          HAVING COALESCE(SUM(a.amount_cents), 0) + p.credited_cents <> p.amount_cents`,
    tell: ({ subject, found, expected }) =>
      `le paiement n° ${subject} est de ${amount(expected)} et règle ${amount(found)} de factures.`,
  },
  {
    sql: `SELECT l.collectivite_id, l.invoice_id AS subject, SUM(l.amount_cents) AS found, 0 AS expected
          FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id AND a.kind IN ('FAMILY', 'CLAIM')
          GROUP BY l.collectivite_id, l.invoice_id, l.prestation_id, a.kind
          HAVING SUM(l.amount_cents) < 0`,
    tell: ({ subject, found }) =>
      `la facture d’identifiant ${subject} est réglée au-delà de son montant (${amount(found)}).`,
  },
  {
    sql: `SELECT l.collectivite_id, l.family_id AS subject, SUM(l.amount_cents) AS found, 0 AS expected
          FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'CREDIT'
          GROUP BY l.collectivite_id, l.family_id
          HAVING SUM(l.amount_cents) > 0`,
    tell: ({ subject, found }) =>
      `la famille n° ${subject} a utilisé plus d’avoir qu’elle n’en avait (${amount(found)}).`,
  },
  ...creditNoteRules(),
  {
    sql: `SELECT o.collectivite_id, o.id AS subject, p.amount_cents AS found, o.amount_cents AS expected
          FROM online_payments o JOIN payments p ON p.id = o.payment_id
          WHERE p.amount_cents <> o.amount_cents OR p.family_id <> o.family_id OR p.means NOT LIKE 'PAYFIP%'`,
    tell: ({ subject, found, expected }) =>
      `le paiement en ligne n° ${subject} est de ${amount(expected)} et son encaissement, d’une autre famille ou d’un autre moyen peut-être, de ${amount(found)}.`,
  },
  {
    sql: `SELECT p.collectivite_id, p.id AS subject, p.amount_cents AS found, NULL AS expected
          FROM payments p LEFT JOIN online_payments o ON o.payment_id = p.id
          WHERE p.means LIKE 'PAYFIP%' AND o.id IS NULL`,
    tell: ({ subject, found }) => `le paiement n° ${subject} (${amount(found)}) ne vient d’aucun paiement en ligne.`,
  },
  ...REGIE_RULES,
  unbroken('invoices', 'series', 'year', 'number', "WHERE state = 'ISSUED'", 'factures'),
  unbroken('credit_notes', 'series', 'year', 'number', "WHERE state = 'ISSUED'", 'avoirs'),
  unbroken('payments', "'Q'", 'receipt_year', 'receipt_number', '', 'quittances'),
  unbroken('tax_certificates', "'AF'", 'tax_year', 'number', '', 'attestations fiscales'),
  unbroken('collection_reports', "'E'", 'year', 'number', '', 'états d’encaissement'),
];

/** Credit notes, the charges that they take back, and credits that pay invoices. */
function creditNoteRules(): LedgerRule[] {
  return [
    {
      sql: `SELECT n.collectivite_id, n.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, n.total_cents AS expected
            FROM credit_notes n
            LEFT JOIN ledger_entries e ON e.collectivite_id = n.collectivite_id AND e.source_kind = 'credit-note' AND e.source_id = n.id
            LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
            WHERE n.state = 'ISSUED'
            GROUP BY n.collectivite_id, n.id, n.total_cents
            HAVING COALESCE(SUM(l.amount_cents), 0) <> n.total_cents`,
      tell: ({ subject, found, expected }) =>
        `l’avoir d’identifiant ${subject} porte ${amount(expected)} et son écriture ${amount(found)}.`,
    },
    {
      sql: `SELECT n.collectivite_id, n.id AS subject, COALESCE(SUM(-l.amount_cents), 0) AS found, n.total_cents - n.lowered_cents AS expected
            FROM credit_notes n
            JOIN ledger_entries e ON e.collectivite_id = n.collectivite_id AND e.source_kind = 'credit-note' AND e.source_id = n.id
            LEFT JOIN ledger_lines l ON l.entry_id = e.id
              AND l.account_id IN (SELECT id FROM ledger_accounts WHERE kind = 'CREDIT')
            WHERE n.state = 'ISSUED'
            GROUP BY n.collectivite_id, n.id, n.total_cents, n.lowered_cents
            HAVING COALESCE(SUM(-l.amount_cents), 0) <> n.total_cents - n.lowered_cents`,
      tell: ({ subject, found, expected }) =>
        `l’avoir d’identifiant ${subject} laisse ${amount(expected)} à la famille et son écriture ${amount(found)}.`,
    },
    {
      sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
            FROM ledger_entries e
            LEFT JOIN credit_notes n ON n.id = e.source_id AND n.state = 'ISSUED'
            WHERE e.source_kind = 'credit-note' AND n.id IS NULL`,
      tell: ({ subject, found }) => `l’écriture n° ${subject} cite l’avoir ${found}, qui n’est pas émis.`,
    },
    {
      sql: `SELECT n.collectivite_id, n.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, n.total_cents AS expected
            FROM credit_notes n LEFT JOIN credit_note_lines l ON l.credit_note_id = n.id
            WHERE n.state = 'ISSUED'
            GROUP BY n.collectivite_id, n.id, n.total_cents
            HAVING COALESCE(SUM(l.amount_cents), 0) <> n.total_cents`,
      tell: ({ subject, found, expected }) =>
        `l’avoir d’identifiant ${subject} porte ${amount(expected)} et ses lignes ${amount(found)}.`,
    },
    {
      sql: `SELECT c.collectivite_id, c.id AS subject, c.credited_cents AS found, COALESCE(SUM(l.amount_cents), 0) AS expected
            FROM charges c
            LEFT JOIN (
              SELECT line.charge_id, line.amount_cents FROM credit_note_lines line
              JOIN credit_notes n ON n.id = line.credit_note_id
              LEFT JOIN billing_runs r ON r.id = n.billing_run_id
              WHERE n.state = 'ISSUED' OR r.state = 'ISSUING'
            ) l ON l.charge_id = c.id
            GROUP BY c.collectivite_id, c.id, c.credited_cents, c.amount_cents
            HAVING COALESCE(SUM(l.amount_cents), 0) <> c.credited_cents OR c.credited_cents > c.amount_cents`,
      tell: ({ subject, found, expected }) =>
        `la consommation n° ${subject} est créditée de ${amount(found)}, ses avoirs en reprennent ${amount(expected)}.`,
    },
    {
      sql: `SELECT l.collectivite_id, l.id AS subject, c.invoice_id AS found, n.invoice_id AS expected
            FROM credit_note_lines l
            JOIN credit_notes n ON n.id = l.credit_note_id
            JOIN charges c ON c.id = l.charge_id
            WHERE c.invoice_id <> n.invoice_id OR c.family_id <> n.family_id`,
      tell: ({ subject, found, expected }) =>
        `la ligne d’avoir n° ${subject} reprend la facture ${found} sur un avoir de la facture ${expected}.`,
    },
    {
      sql: `SELECT i.collectivite_id, i.id AS subject, COALESCE(SUM(c.amount_cents), 0) AS found, i.total_cents AS expected
            FROM invoices i JOIN charges c ON c.invoice_id = i.id
            WHERE i.state = 'ISSUED'
            GROUP BY i.collectivite_id, i.id, i.total_cents
            HAVING SUM(c.amount_cents) <> i.total_cents`,
      tell: ({ subject, found, expected }) =>
        `la facture d’identifiant ${subject} porte ${amount(expected)} et ses consommations ${amount(found)}.`,
    },
    {
      sql: `SELECT u.collectivite_id, u.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, u.amount_cents AS expected
            FROM credit_uses u
            LEFT JOIN ledger_entries e ON e.collectivite_id = u.collectivite_id AND e.source_kind = 'credit-use' AND e.source_id = u.id
            LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
            GROUP BY u.collectivite_id, u.id, u.amount_cents
            HAVING COALESCE(SUM(l.amount_cents), 0) <> u.amount_cents`,
      tell: ({ subject, found, expected }) =>
        `l’emploi d’avoir n° ${subject} est de ${amount(expected)} et son écriture de ${amount(found)}.`,
    },
    {
      sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
            FROM ledger_entries e LEFT JOIN credit_uses u ON u.id = e.source_id
            WHERE e.source_kind = 'credit-use' AND u.id IS NULL`,
      tell: ({ subject, found }) => `l’écriture n° ${subject} cite l’emploi d’avoir ${found}, qui n’existe pas.`,
    },
  ];
}

export function faultSentence(rule: LedgerRule, row: FaultRow): string {
  return typeset(`Collectivité n° ${row.collectivite_id} : ${rule.tell(row)}`);
}

export function brokenChainSentence({ collectiviteId, entryId, kind }: BrokenChain): string {
  const what = kind === 'NOT_SEALED' ? 'n’a pas de sceau' : 'ou ce qui la précède n’est plus ce qui a été comptabilisé';
  return typeset(`Collectivité n° ${collectiviteId} : l’écriture n° ${entryId} ${what}.`);
}
