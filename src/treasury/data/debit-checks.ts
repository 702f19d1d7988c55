import { euros } from '../../kernel/french.js';
import type { LedgerRule } from './ledger-rule.js';

const amount = (cents: number | string | null): string => euros(Number(cents ?? 0));

/** What must hold between files of direct debits, the payments that they brought, and what came back. */
export const DEBIT_RULES: readonly LedgerRule[] = [
  {
    sql: `SELECT r.collectivite_id, r.message_name AS subject, COALESCE(SUM(d.amount_cents), 0) AS found, r.total_cents AS expected
          FROM debit_runs r LEFT JOIN debits d ON d.debit_run_id = r.id
          GROUP BY r.collectivite_id, r.id, r.message_name, r.total_cents, r.debits
          HAVING COALESCE(SUM(d.amount_cents), 0) <> r.total_cents OR COUNT(d.id) <> r.debits`,
    tell: ({ subject, found, expected }) =>
      `le fichier de prélèvements ${subject} annonce ${amount(expected)} et ses prélèvements font ${amount(found)}, ou l’un manque.`,
  },
  {
    sql: `SELECT d.collectivite_id, d.bank_reference AS subject, p.amount_cents AS found, d.amount_cents AS expected
          FROM debits d JOIN payments p ON p.id = d.payment_id
          WHERE p.amount_cents <> d.amount_cents OR p.family_id <> d.family_id OR p.means <> 'DIRECT_DEBIT'`,
    tell: ({ subject, found, expected }) =>
      `le prélèvement ${subject} est de ${amount(expected)} et son encaissement de ${amount(found)}, ou d’une autre famille.`,
  },
  {
    sql: `SELECT p.collectivite_id, p.id AS subject, COUNT(d.id) AS found, 1 AS expected
          FROM payments p LEFT JOIN debits d ON d.payment_id = p.id
          WHERE p.means = 'DIRECT_DEBIT'
          GROUP BY p.collectivite_id, p.id
          HAVING COUNT(d.id) <> 1`,
    tell: ({ subject, found }) =>
      `l’encaissement par prélèvement d’identifiant ${subject} répond à ${found} prélèvements au lieu d’un.`,
  },
  {
    sql: `SELECT d.collectivite_id, d.bank_reference AS subject, 0 AS found, 1 AS expected
          FROM debits d LEFT JOIN payment_reversals v ON v.payment_id = d.payment_id
          WHERE d.state = 'REJECTED' AND d.payment_id IS NOT NULL AND v.id IS NULL`,
    tell: ({ subject }) => `le prélèvement ${subject} est rejeté et son encaissement n’est pas annulé.`,
  },
  {
    sql: `SELECT collectivite_id, year AS subject, COUNT(*) AS found, MAX(number) AS expected
          FROM debit_runs GROUP BY collectivite_id, year
          HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*)`,
    tell: ({ subject, found, expected }) =>
      `la numérotation des fichiers de prélèvements de ${subject} a un trou : ${found} pour ${expected} numéros donnés.`,
  },
];
