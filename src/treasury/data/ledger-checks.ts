import { euros, typeset } from '../../kernel/french.js';
import type { BrokenChain } from '../../ledger/index.js';

/** What must hold between the ledger and the documents it records; each finds the rows for which it does not. */
export interface LedgerRule {
  /** Rows are faults: `collectivite_id`, `subject`, and two figures. */
  readonly sql: string;
  readonly tell: (fault: FaultRow) => string;
}

export interface FaultRow {
  readonly collectivite_id: number;
  readonly subject: number | string;
  readonly found: number | string | null;
  readonly expected: number | string | null;
}

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
  unbroken('invoices', 'series', 'year', 'number', "WHERE state = 'ISSUED'", 'factures'),
  unbroken('payments', "'Q'", 'receipt_year', 'receipt_number', '', 'quittances'),
  unbroken('collection_reports', "'E'", 'year', 'number', '', 'états d’encaissement'),
];

/** Numbers go from 1 to as many as there are, and none was given that nothing carries. */
function unbroken(
  table: string,
  series: string,
  year: string,
  number: string,
  where: string,
  name: string,
): LedgerRule {
  return {
    sql: `SELECT n.collectivite_id, n.year AS subject, n.how_many AS found, COALESCE(s.last_number, n.highest) AS expected
          FROM (
            SELECT collectivite_id, ${series} AS series, ${year} AS year,
              COUNT(*) AS how_many, MIN(${number}) AS lowest, MAX(${number}) AS highest
            FROM ${table} ${where}
            GROUP BY collectivite_id, ${series === 'series' ? 'series, ' : ''}${year}
          ) n
          LEFT JOIN number_series s ON s.collectivite_id = n.collectivite_id AND s.series = n.series AND s.year = n.year
          WHERE n.lowest <> 1 OR n.highest <> n.how_many OR s.last_number <> n.highest`,
    tell: ({ subject, found, expected }) =>
      `la numérotation des ${name} de ${subject} a un trou : ${found} pour ${expected} numéros donnés.`,
  };
}

function amount(cents: number | string | null): string {
  return euros(Number(cents ?? 0));
}

export function faultSentence(rule: LedgerRule, row: FaultRow): string {
  return typeset(`Collectivité n° ${row.collectivite_id} : ${rule.tell(row)}`);
}

export function brokenChainSentence({ collectiviteId, entryId, kind }: BrokenChain): string {
  const what = kind === 'NOT_SEALED' ? 'n’a pas de sceau' : 'ou ce qui la précède n’est plus ce qui a été comptabilisé';
  return typeset(`Collectivité n° ${collectiviteId} : l’écriture n° ${entryId} ${what}.`);
}
