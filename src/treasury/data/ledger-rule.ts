import { euros } from '../../kernel/french.js';
import type { SourceKind } from '../../ledger/index.js';

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

/** Each document `d` of a table has its entry, whose debits make the amount. */
export function entered(table: string, kind: SourceKind, cents: string, name: string): LedgerRule {
  return {
    sql: `SELECT d.collectivite_id, d.id AS subject, COALESCE(SUM(l.amount_cents), 0) AS found, ${cents} AS expected
          FROM ${table} d
          LEFT JOIN ledger_entries e ON e.collectivite_id = d.collectivite_id AND e.source_kind = '${kind}' AND e.source_id = d.id
          LEFT JOIN ledger_lines l ON l.entry_id = e.id AND l.amount_cents > 0
          GROUP BY d.collectivite_id, d.id
          HAVING COALESCE(SUM(l.amount_cents), 0) <> expected`,
    tell: ({ subject, found, expected }) =>
      `${name} d’identifiant ${subject} est de ${amount(expected)} et son écriture de ${amount(found)}.`,
  };
}

/** Each entry of a kind has its document. */
export function documented(table: string, kind: SourceKind, name: string): LedgerRule {
  return {
    sql: `SELECT e.collectivite_id, e.id AS subject, e.source_id AS found, NULL AS expected
          FROM ledger_entries e
          LEFT JOIN ${table} d ON d.collectivite_id = e.collectivite_id AND d.id = e.source_id
          WHERE e.source_kind = '${kind}' AND d.id IS NULL`,
    tell: ({ subject, found }) => `l’écriture n° ${subject} cite ${name} d’identifiant ${found}, qui n’existe pas.`,
  };
}

/** The entry of each document `d`, and that of what it undoes, cancel out line by line. */
export function mirrored(
  table: string,
  [undoneKind, undoneId]: readonly [kind: SourceKind, id: string],
  kind: SourceKind,
  name: string,
): LedgerRule {
  const entryOf = (entryKind: SourceKind, sourceId: string) =>
    `SELECT d.collectivite_id, d.id, e.id AS entry_id FROM ${table} d
     JOIN ledger_entries e ON e.collectivite_id = d.collectivite_id AND e.source_kind = '${entryKind}' AND e.source_id = ${sourceId}`;
  return {
    sql: `SELECT t.collectivite_id, t.id AS subject, SUM(l.amount_cents) AS found, 0 AS expected
          FROM (${entryOf(kind, 'd.id')} UNION ALL ${entryOf(undoneKind, undoneId)}) t
          JOIN ledger_lines l ON l.entry_id = t.entry_id
          GROUP BY t.collectivite_id, t.id, l.account_id, l.invoice_id, l.prestation_id
          HAVING SUM(l.amount_cents) <> 0`,
    tell: ({ subject }) => `${name} d’identifiant ${subject} n’est pas l’inverse de ce qu’elle annule.`,
  };
}

/** The photograph that the paper of each document `d` prints says its amount: `at` is where, in its JSON. */
export function printed(table: string, column: string, at: string, cents: string, name: string): LedgerRule {
  return {
    sql: `SELECT d.collectivite_id, d.id AS subject, JSON_EXTRACT(d.${column}, '${at}') AS found, ${cents} AS expected
          FROM ${table} d
          WHERE JSON_EXTRACT(d.${column}, '${at}') IS NULL OR JSON_EXTRACT(d.${column}, '${at}') <> ${cents}`,
    tell: ({ subject, found, expected }) =>
      `${name} d’identifiant ${subject} imprime ${amount(found)} au lieu de ${amount(expected)}.`,
  };
}

/** Numbers go from 1 to as many as there are, and none was given that nothing carries. */
export function unbroken(
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

export function amount(cents: number | string | null): string {
  return euros(Number(cents ?? 0));
}
