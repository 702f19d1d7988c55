import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { sumCents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { type Imputation, readAccount } from '../rules/account.js';
import type { CollectedDay, CollectedEntry, CollectedPart } from '../rules/collected.js';
import { COLLECTED, type CollectedKind, type LineFilter } from '../rules/line-filter.js';
import { entryConditions, lineConditions, MEANS_OF_ENTRY, PRODUCT_OF_LINE } from './line-conditions.js';

/** Entries that are read at once. */
const AT_ONCE = 500;

/** Where money stands that settled something, or is held for a family; the other side of the means. */
const SETTLES = "a.kind IN ('FAMILY', 'CREDIT')";

/** Money that came in and went back, movement by movement, in the order of the days and then of posting. */
@Injectable()
export class Collected {
  constructor(private readonly database: Database) {}

  /** The movements that have a line as asked, some at a time, and of each what was asked; after an entry, if told. */
  async page(
    collectiviteId: number,
    filter: LineFilter,
    { take, after }: { readonly take: number; readonly after?: number },
  ): Promise<CollectedEntry[]> {
    return this.database.read(async () => {
      const heads = await this.heads(
        collectiviteId,
        filter,
        take,
        after === undefined ? null : await this.head(collectiviteId, after),
      );
      const parts = await this.parts(
        heads.map(({ id }) => id),
        filter,
      );
      return heads.map((head) => entryOf(head, parts.get(head.id) ?? []));
    });
  }

  /** All of them in flat memory; as they were at the rank that the filter tells, however long it takes. */
  async *every(
    collectiviteId: number,
    filter: LineFilter & { readonly upToRank: number },
  ): AsyncGenerator<CollectedEntry> {
    let after: number | undefined;
    for (;;) {
      const page = await this.page(collectiviteId, filter, {
        take: AT_ONCE,
        ...(after === undefined ? {} : { after }),
      });
      yield* page;
      if (page.length < AT_ONCE) return;
      after = page.at(-1)!.entryId;
    }
  }

  /** What each means brought, day by day, of what was asked. */
  async days(collectiviteId: number, filter: LineFilter): Promise<CollectedDay[]> {
    const [entries, lines] = [entryConditions(collectiviteId, withKinds(filter)), lineConditions(filter)];
    const rows = await this.database.read(() =>
      this.database.rows<{ date: string; means: string; operations: number | string; cents: number | string }>(
        `SELECT moved.date, moved.means,
           COUNT(DISTINCT CASE WHEN moved.source_kind = 'payment' THEN moved.id END) AS operations,
           SUM(moved.cents) AS cents
         FROM (
           SELECT e.id, e.date, e.source_kind, ${MEANS_OF_ENTRY} AS means, SUM(-l.amount_cents) AS cents
           FROM ledger_entries e
           JOIN ledger_lines l ON l.entry_id = e.id
           JOIN ledger_accounts a ON a.id = l.account_id
           WHERE ${entries.sql} AND ${SETTLES} AND ${lines.sql}
           GROUP BY e.id, e.date, e.source_kind
         ) moved
         GROUP BY moved.date, moved.means ORDER BY moved.date, moved.means`,
        [...entries.parameters, ...lines.parameters],
      ),
    );
    return rows.map(({ date, means, operations, cents }) => ({
      date: Temporal.PlainDate.from(date),
      means: meansOf(means),
      operations: Number(operations),
      cents: Number(cents),
    }));
  }

  private async head(collectiviteId: number, entryId: number): Promise<Pick<HeadRow, 'id' | 'date'> | null> {
    const [row] = await this.database.rows<HeadRow>(
      'SELECT id, date FROM ledger_entries WHERE collectivite_id = ? AND id = ?',
      [collectiviteId, entryId],
    );
    return row ?? null;
  }

  private heads(
    collectiviteId: number,
    filter: LineFilter,
    take: number,
    after: Pick<HeadRow, 'id' | 'date'> | null,
  ): Promise<HeadRow[]> {
    const [entries, lines] = [entryConditions(collectiviteId, withKinds(filter)), lineConditions(filter)];
    const some = `SELECT 1 FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
      WHERE l.entry_id = e.id AND ${SETTLES} AND ${lines.sql}`;
    return this.database.rows<HeadRow>(
      `SELECT e.id, e.date, e.source_kind, e.source_id, ${MEANS_OF_ENTRY} AS means
       FROM ledger_entries e
       WHERE ${entries.sql} ${after ? 'AND e.date >= ? AND (e.date > ? OR e.id > ?)' : ''}
         ${lines.parameters.length === 0 ? '' : `AND EXISTS (${some})`}
       ORDER BY e.date, e.id LIMIT ${take}`,
      [...entries.parameters, ...(after ? [after.date, after.date, after.id] : []), ...lines.parameters],
    );
  }

  private async parts(entryIds: readonly number[], filter: LineFilter): Promise<ReadonlyMap<number, PartRow[]>> {
    if (entryIds.length === 0) return new Map();
    const lines = lineConditions(filter);
    const rows = await this.database.rows<PartRow>(
      `SELECT l.entry_id, l.family_id, l.prestation_id, -l.amount_cents AS cents, ${PRODUCT_OF_LINE} AS product
       FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id IN (${entryIds.map(() => '?').join(', ')}) AND ${SETTLES} AND ${lines.sql}
       ORDER BY l.id`,
      [...entryIds, ...lines.parameters],
    );
    return groupedBy(rows, ({ entry_id }) => entry_id);
  }
}

interface HeadRow {
  readonly id: number;
  readonly date: string;
  readonly source_kind: CollectedKind;
  readonly source_id: number;
  readonly means: string;
}

interface PartRow {
  readonly entry_id: number;
  readonly family_id: number;
  readonly prestation_id: number | null;
  readonly cents: number | string;
  readonly product: string | null;
}

function withKinds(filter: LineFilter): LineFilter {
  return { ...filter, sources: filter.sources ?? COLLECTED };
}

function entryOf({ id, date, source_kind, source_id, means }: HeadRow, rows: readonly PartRow[]): CollectedEntry {
  const parts = [...groupedBy(rows, ({ product }) => product)].map(([product, some]): CollectedPart => {
    const cents = sumCents(some.map((row) => Number(row.cents)));
    return { prestationId: some[0]!.prestation_id, imputation: product === null ? null : imputationOf(product), cents };
  });
  return {
    entryId: id,
    date: Temporal.PlainDate.from(date),
    source: { kind: source_kind, id: source_id },
    familyId: rows[0]!.family_id,
    means: meansOf(means),
    parts,
    cents: sumCents(parts.map(({ cents }) => cents)),
  };
}

function meansOf(code: string): string {
  const account = readAccount(code);
  if (account.kind !== 'MEANS') throw new RangeError(`${code} is not the account of a means of payment`);
  return account.means;
}

function imputationOf(code: string): Imputation {
  const account = readAccount(code);
  if (account.kind !== 'PRODUCT') throw new RangeError(`${code} is not the account of a product`);
  return account.imputation;
}
