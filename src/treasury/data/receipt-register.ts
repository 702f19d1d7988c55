import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { type Conditions, entryConditions, lineConditions, type LineFilter } from '../../ledger/index.js';
import { formatPaperNumber, formatReceiptNumber, type ReversalReason, reversalLabel } from '../../payments/index.js';
import { Database } from '../../platform/database/database.js';
import type { CountedNumbers, RegisteredReceipt } from '../rules/receipt-register.js';

const AT_ONCE = 500;
/** Gaps that are told at most. */
const GAPS = 20;

const COLUMNS = `p.id, p.receipt_year, p.receipt_number, p.accounted_on, p.received_on, p.family_id,
  f.name AS family_name, p.payer_name, p.means, p.reference, p.amount_cents,
  v.year, v.number, v.accounted_on AS annulled_on, v.reason`;

/** The payments of the ledger with their quittances. */
const RECEIPTS = `FROM ledger_entries e
  JOIN payments p ON p.id = e.source_id
  LEFT JOIN payment_reversals v ON v.payment_id = p.id`;

/** The quittances of a period, in the order of their numbers. */
@Injectable()
export class ReceiptRegister {
  constructor(private readonly database: Database) {}

  /** Those that settled something of what is asked, each whole; after a payment, where it is told. */
  async page(
    collectiviteId: number,
    filter: LineFilter,
    { take, after }: { readonly take: number; readonly after?: number },
  ): Promise<RegisteredReceipt[]> {
    const asked = asking(collectiviteId, filter);
    const rows = await this.database.read(async () => {
      const last = after === undefined ? null : await this.numberOf(collectiviteId, after);
      const later = last ? 'AND (p.receipt_year > ? OR (p.receipt_year = ? AND p.receipt_number > ?))' : '';
      return this.database.rows<ReceiptRow>(
        `SELECT ${COLUMNS} ${RECEIPTS} JOIN families f ON f.id = p.family_id
         WHERE ${asked.sql} ${later}
         ORDER BY p.receipt_year, p.receipt_number LIMIT ${take}`,
        [...asked.parameters, ...(last ? [last.year, last.year, last.number] : [])],
      );
    });
    return rows.map(receiptOf);
  }

  /** All of them in flat memory, as they were at the rank that the filter tells: five hundred numbers at a time. */
  async *every(
    collectiviteId: number,
    filter: LineFilter & { readonly upToRank: number },
  ): AsyncGenerator<RegisteredReceipt> {
    for (const { year, first, last } of await this.numbers(collectiviteId, filter)) {
      for (let from = first; from <= last; from += AT_ONCE)
        yield* await this.numbered(collectiviteId, filter, [year, from, Math.min(last, from + AT_ONCE - 1)]);
    }
  }

  private async numbered(
    collectiviteId: number,
    filter: LineFilter,
    range: readonly [year: number, from: number, to: number],
  ): Promise<RegisteredReceipt[]> {
    const asked = asking(collectiviteId, filter);
    const rows = await this.database.read(() =>
      this.database.rows<ReceiptRow>(
        `SELECT ${COLUMNS} ${RECEIPTS} JOIN families f ON f.id = p.family_id
         WHERE ${asked.sql} AND p.receipt_year = ? AND p.receipt_number BETWEEN ? AND ?
         ORDER BY p.receipt_number`,
        [...asked.parameters, ...range],
      ),
    );
    return rows.map(receiptOf);
  }

  /** How their numbers stand, year by year. */
  async numbers(collectiviteId: number, filter: LineFilter): Promise<CountedNumbers[]> {
    const asked = asking(collectiviteId, filter);
    return this.database.read(async () => {
      const years = await this.database.rows<YearRow>(
        `SELECT p.receipt_year AS year, MIN(p.receipt_number) AS lowest, MAX(p.receipt_number) AS highest,
           COUNT(*) AS receipts, SUM(p.amount_cents) AS cents, COUNT(v.id) AS annulled,
           COALESCE(SUM(CASE WHEN v.id IS NULL THEN 0 ELSE p.amount_cents END), 0) AS annulled_cents
         ${RECEIPTS} WHERE ${asked.sql}
         GROUP BY p.receipt_year ORDER BY p.receipt_year`,
        asked.parameters,
      );
      const counted: CountedNumbers[] = [];
      for (const row of years) counted.push(await this.withGaps(collectiviteId, row));
      return counted;
    });
  }

  private async withGaps(collectiviteId: number, row: YearRow): Promise<CountedNumbers> {
    const [first, last] = [row.lowest, row.highest];
    const range = [collectiviteId, row.year, first, last];
    const [{ there }] = (await this.database.rows<{ there: number | string }>(
      `SELECT COUNT(*) AS there FROM payments
       WHERE collectivite_id = ? AND receipt_year = ? AND receipt_number BETWEEN ? AND ?`,
      range,
    )) as [{ there: number | string }];
    const between = Number(there);
    const unbroken = between === last - first + 1;
    const counted = { receipts: Number(row.receipts), cents: Number(row.cents), annulled: Number(row.annulled) };
    return {
      ...{ year: row.year, first, last, ...counted, annulledCents: Number(row.annulled_cents), between },
      missing: unbroken ? [] : await this.gaps(range),
    };
  }

  private async gaps(range: readonly unknown[]): Promise<[number, number][]> {
    const rows = await this.database.rows<{ gone: number; upto: number }>(
      `SELECT p.receipt_number + 1 AS gone, (
         SELECT MIN(n.receipt_number) FROM payments n
         WHERE n.collectivite_id = p.collectivite_id AND n.receipt_year = p.receipt_year
           AND n.receipt_number > p.receipt_number
       ) - 1 AS upto
       FROM payments p
       WHERE p.collectivite_id = ? AND p.receipt_year = ? AND p.receipt_number >= ? AND p.receipt_number < ?
         AND NOT EXISTS (SELECT 1 FROM payments n WHERE n.collectivite_id = p.collectivite_id
           AND n.receipt_year = p.receipt_year AND n.receipt_number = p.receipt_number + 1)
       ORDER BY p.receipt_number LIMIT ${GAPS}`,
      range,
    );
    return rows.map(({ gone, upto }) => [Number(gone), Number(upto)]);
  }

  private async numberOf(collectiviteId: number, paymentId: number): Promise<{ year: number; number: number } | null> {
    const [row] = await this.database.rows<{ year: number; number: number }>(
      'SELECT receipt_year AS year, receipt_number AS number FROM payments WHERE collectivite_id = ? AND id = ?',
      [collectiviteId, paymentId],
    );
    return row ?? null;
  }
}

function asking(collectiviteId: number, filter: LineFilter): Conditions {
  const { means, ...rest } = filter;
  const entries = entryConditions(collectiviteId, { ...rest, sources: ['payment'] });
  const lines = lineConditions(filter);
  const ofWhat = `EXISTS (SELECT 1 FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
    WHERE l.entry_id = e.id AND ${lines.sql})`;
  return {
    sql: [
      'p.collectivite_id = ?',
      entries.sql,
      ...(means === undefined ? [] : ['p.means = ?']),
      ...(lines.parameters.length === 0 ? [] : [ofWhat]),
    ].join(' AND '),
    parameters: [collectiviteId, ...entries.parameters, ...(means === undefined ? [] : [means]), ...lines.parameters],
  };
}

interface ReceiptRow {
  readonly id: number;
  readonly receipt_year: number;
  readonly receipt_number: number;
  readonly accounted_on: string;
  readonly received_on: string;
  readonly family_id: number;
  readonly family_name: string;
  readonly payer_name: string;
  readonly means: string;
  readonly reference: string | null;
  readonly amount_cents: number | string;
  readonly year: number | null;
  readonly number: number | null;
  readonly annulled_on: string | null;
  readonly reason: ReversalReason | null;
}

interface YearRow {
  readonly year: number;
  readonly lowest: number;
  readonly highest: number;
  readonly receipts: number | string;
  readonly cents: number | string;
  readonly annulled: number | string;
  readonly annulled_cents: number | string;
}

function receiptOf(row: ReceiptRow): RegisteredReceipt {
  return {
    id: row.id,
    number: formatReceiptNumber(row.receipt_year, row.receipt_number),
    accountedOn: Temporal.PlainDate.from(row.accounted_on),
    receivedOn: Temporal.PlainDate.from(row.received_on),
    familyId: row.family_id,
    familyName: row.family_name,
    payerName: row.payer_name,
    means: row.means,
    reference: row.reference,
    cents: Number(row.amount_cents),
    annulled:
      row.number === null
        ? null
        : {
            number: formatPaperNumber('reversal', row.year!, row.number),
            on: Temporal.PlainDate.from(row.annulled_on!),
            reason: reversalLabel(row.reason!),
          },
  };
}
