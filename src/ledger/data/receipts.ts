import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { type Imputation, readAccount } from '../rules/account.js';
import type { MeansReceipts, PrestationReceipts, ReceiptTotals } from '../rules/receipts.js';

/** Entries by which money comes in, or goes back because it did not hold; what is handed over or refunded is none. */
const RECEIVED = "('payment', 'payment-reversal')";

/** What was received, summed by the database however many payments there are. An entry has one means at most. */
@Injectable()
export class Receipts {
  constructor(private readonly database: Database) {}

  /** Entries dated from `from` to `to`, both included. */
  async between(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ReceiptTotals> {
    const period = [collectiviteId, from.toString(), to.toString()];
    return this.database.read(async () => ({
      byPrestation: await this.byPrestation(period),
      byMeans: await this.byMeans(period),
    }));
  }

  private async byPrestation(period: readonly unknown[]): Promise<PrestationReceipts[]> {
    const rows = await this.database.rows<TotalRow & { prestation_id: number; product: string }>(
      `SELECT t.prestation_id, product.code AS product, means.code AS means,
         SUM(t.cents) AS cents, COUNT(DISTINCT t.entry_id) AS operations
       FROM (
         SELECT l.entry_id, l.prestation_id, -l.amount_cents AS cents, received.account_id AS means_id,
           (SELECT MIN(p.account_id) FROM ledger_lines p JOIN ledger_accounts pa ON pa.id = p.account_id
            WHERE p.invoice_id = l.invoice_id AND p.prestation_id = l.prestation_id AND pa.kind = 'PRODUCT'
           ) AS product_id
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'FAMILY'
         JOIN (
           SELECT DISTINCT m.entry_id, m.account_id
           FROM ledger_entries me
           JOIN ledger_lines m ON m.entry_id = me.id
           JOIN ledger_accounts ma ON ma.id = m.account_id AND ma.kind = 'MEANS'
           WHERE me.collectivite_id = ? AND me.date BETWEEN ? AND ? AND me.source_kind IN ${RECEIVED}
         ) received ON received.entry_id = e.id
         WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ?
       ) t
       JOIN ledger_accounts product ON product.id = t.product_id
       JOIN ledger_accounts means ON means.id = t.means_id
       GROUP BY t.prestation_id, product.code, means.code
       ORDER BY t.prestation_id, product.code, means.code`,
      [...period, ...period],
    );
    return rows.map((row) => ({
      ...totals(row),
      prestationId: row.prestation_id,
      imputation: imputationOf(row.product),
    }));
  }

  private async byMeans(period: readonly unknown[]): Promise<MeansReceipts[]> {
    const rows = await this.database.rows<TotalRow>(
      `SELECT a.code AS means, SUM(l.amount_cents) AS cents, COUNT(DISTINCT l.entry_id) AS operations
       FROM ledger_entries e
       JOIN ledger_lines l ON l.entry_id = e.id
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'MEANS'
       WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? AND e.source_kind IN ${RECEIVED}
       GROUP BY a.code
       ORDER BY a.code`,
      period,
    );
    return rows.map(totals);
  }
}

interface TotalRow {
  readonly means: string;
  readonly cents: number | string;
  readonly operations: number | string;
}

function totals({ means, cents, operations }: TotalRow): MeansReceipts {
  const account = readAccount(means);
  if (account.kind !== 'MEANS') throw new RangeError(`${means} is not the account of a means of payment`);
  return { means: account.means, cents: Number(cents), operations: Number(operations) };
}

function imputationOf(code: string): Imputation {
  const account = readAccount(code);
  if (account.kind !== 'PRODUCT') throw new RangeError(`${code} is not the account of a product`);
  return account.imputation;
}
