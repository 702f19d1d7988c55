import { euros } from '../../kernel/french.js';
import type { LedgerRule } from './ledger-rule.js';

const amount = (cents: number | string | null): string => euros(Number(cents ?? 0));

/** The titres of public bodies are numbered with the others. */
const SERIES_OF_KIND = "CASE WHEN kind IN ('ROLL', 'REGIE') THEN 'TITRE' ELSE kind END";

/** What must hold between the ledger and what the comptable was told, refused and was paid. */
export const CLAIM_RULES: readonly LedgerRule[] = [
  documented('claim', 'claim_pieces', 'credit_entry_id IS NULL', 'la pièce'),
  documented('claim-return', 'claim_returns', '1 = 1', 'le retour de créance'),
  documented('claim-payment', 'claim_collections', '1 = 1', 'l’encaissement de la Trésorerie'),
  documented('claim-payment-reversal', 'claim_adjustments', "t.kind = 'REVERSAL'", 'la reprise de la Trésorerie'),
  documented('claim-write-off', 'claim_adjustments', "t.kind = 'WRITE_OFF'", 'l’admission en non-valeur'),
  orphans('claim', 'claim_pieces', 'la pièce'),
  orphans('claim-return', 'claim_returns', 'le retour de créance'),
  orphans('claim-payment', 'claim_collections', 'l’encaissement de la Trésorerie'),
  orphans('claim-payment-reversal', 'claim_adjustments', 'la reprise de la Trésorerie', "t.kind = 'REVERSAL'"),
  orphans('claim-write-off', 'claim_adjustments', 'l’admission en non-valeur', "t.kind = 'WRITE_OFF'"),
  {
    // In one channel: what the régie was paid of an invoice came before the comptable took the rest, or once he had nothing left.
    sql: `SELECT t.collectivite_id, t.invoice_id AS subject, t.claimed AS found, t.entry_id AS expected
          FROM (
            SELECT DISTINCT l.collectivite_id, l.invoice_id, e.id AS entry_id,
              (SELECT SUM(c.amount_cents)
               FROM ledger_lines c JOIN ledger_accounts ca ON ca.id = c.account_id AND ca.kind = 'CLAIM'
               WHERE c.invoice_id = l.invoice_id AND c.entry_id < e.id) AS claimed
            FROM ledger_entries e
            JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents < 0
            JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'FAMILY'
            WHERE e.source_kind IN ('payment', 'credit-use')
          ) t
          WHERE t.claimed > 0`,
    tell: ({ subject, found, expected }) =>
      `la facture d’identifiant ${subject} est encaissée à la régie (écriture n° ${expected}) quand la Trésorerie avait encore ${amount(found)} à en recouvrer.`,
  },
  {
    sql: `SELECT d.collectivite_id, d.invoice_id AS subject, SUM(l.amount_cents) AS found, d.bank_reference AS expected
          FROM debits d
          JOIN ledger_lines l ON l.invoice_id = d.invoice_id
          JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'CLAIM'
          WHERE d.undecided = 1
          GROUP BY d.collectivite_id, d.invoice_id, d.bank_reference
          HAVING SUM(l.amount_cents) > 0`,
    tell: ({ subject, found, expected }) =>
      `la facture d’identifiant ${subject} est dans un prélèvement de la régie (${expected}) et due à la Trésorerie (${amount(found)}).`,
  },
  {
    sql: `SELECT l.collectivite_id, l.invoice_id AS subject, SUM(l.amount_cents) AS found, 0 AS expected
          FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'CLAIM'
          LEFT JOIN claim_pieces p ON p.held_invoice_id = l.invoice_id
          WHERE p.id IS NULL
          GROUP BY l.collectivite_id, l.invoice_id
          HAVING SUM(l.amount_cents) <> 0`,
    tell: ({ subject, found }) =>
      `la facture d’identifiant ${subject} est due à la Trésorerie (${amount(found)}) sans être dans un bordereau.`,
  },
  {
    sql: `SELECT b.collectivite_id, b.id AS subject, COALESCE(SUM(p.amount_cents), 0) AS found, b.total_cents AS expected
          FROM claim_batches b LEFT JOIN claim_pieces p ON p.batch_id = b.id
          WHERE b.kind NOT IN ('ROLL', 'REGIE')
          GROUP BY b.collectivite_id, b.id, b.total_cents, b.pieces
          HAVING COALESCE(SUM(p.amount_cents), 0) <> b.total_cents
            OR COUNT(p.id) <> b.pieces OR COALESCE(MAX(p.piece_rank), 0) <> b.pieces`,
    tell: ({ subject, found, expected }) =>
      `le bordereau d’identifiant ${subject} annonce ${amount(expected)} et ses pièces font ${amount(found)}, ou l’une manque.`,
  },
  {
    sql: `SELECT b.collectivite_id, b.id AS subject, COUNT(t.id) AS found, 1 AS expected
          FROM claim_batches b LEFT JOIN claim_titres t ON t.batch_id = b.id
          GROUP BY b.collectivite_id, b.id, b.kind
          HAVING COUNT(t.id) <> CASE WHEN b.kind IN ('ROLL', 'REGIE') THEN 1 ELSE 0 END`,
    tell: ({ subject }) => `le bordereau d’identifiant ${subject} n’a pas le titre que son genre demande.`,
  },
  {
    sql: `SELECT collectivite_id, exercise AS subject, COUNT(*) AS found, MAX(number) AS expected
          FROM claim_batches WHERE number IS NOT NULL
          GROUP BY collectivite_id, ${SERIES_OF_KIND}, budget_code, exercise
          HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*)`,
    tell: ({ subject, found, expected }) =>
      `la numérotation des bordereaux de ${subject} a un trou : ${found} pour ${expected} numéros donnés.`,
  },
  {
    sql: `SELECT collectivite_id, exercise AS subject, SUM(pieces) AS found, MAX(first_piece + pieces - 1) AS expected
          FROM claim_batches WHERE number IS NOT NULL AND kind <> 'ORMC'
          GROUP BY collectivite_id, ${SERIES_OF_KIND}, budget_code, exercise
          HAVING MIN(first_piece) <> 1 OR MAX(first_piece + pieces - 1) <> SUM(pieces)`,
    tell: ({ subject, found, expected }) =>
      `la numérotation des titres de ${subject} a un trou : ${found} pour ${expected} numéros donnés.`,
  },
];

/** Each row has its entry, of its amount. */
function documented(kind: string, table: string, where: string, name: string): LedgerRule {
  return {
    sql: `SELECT t.collectivite_id, t.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, t.amount_cents AS expected
          FROM ${table} t
          LEFT JOIN ledger_entries e ON e.collectivite_id = t.collectivite_id AND e.source_kind = '${kind}' AND e.source_id = t.id
          LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
          WHERE ${where}
          GROUP BY t.collectivite_id, t.id, t.amount_cents
          HAVING COALESCE(SUM(l.amount_cents), 0) <> t.amount_cents`,
    tell: ({ subject, found, expected }) =>
      `${name} d’identifiant ${subject} porte ${amount(expected)} et son écriture ${amount(found)}.`,
  };
}

/** Each entry has its row. */
function orphans(kind: string, table: string, name: string, where = '1 = 1'): LedgerRule {
  return {
    sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
          FROM ledger_entries e LEFT JOIN ${table} t ON t.id = e.source_id AND ${where}
          WHERE e.source_kind = '${kind}' AND t.id IS NULL`,
    tell: ({ subject, found }) => `l’écriture n° ${subject} cite ${name} ${found}, qui n’existe pas.`,
  };
}
