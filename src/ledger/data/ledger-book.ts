import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import type { LineFilter } from '../rules/line-filter.js';
import type { SourceKind } from '../rules/posting.js';
import type { RecordedEntry } from '../rules/recorded-entry.js';
import { entryLineOf, LINE_COLUMNS, type LineColumns } from './line-columns.js';
import { entryConditions, lineConditions } from './line-conditions.js';

/** The entries that make a figure. */
@Injectable()
export class LedgerBook {
  constructor(private readonly database: Database) {}

  /** The entries that have a line as asked, whole, in the order of posting; after one of them, where it is told. */
  async page(
    collectiviteId: number,
    filter: LineFilter,
    { take, after = 0 }: { readonly take: number; readonly after?: number },
  ): Promise<RecordedEntry[]> {
    const [entries, lines] = [entryConditions(collectiviteId, filter), lineConditions(filter)];
    return this.database.read(async () => {
      const heads = await this.database.rows<HeadRow>(
        `SELECT e.id, s.chain_rank, e.date, e.source_kind, e.source_id, e.label, e.posted_at
         FROM ledger_entries e JOIN ledger_seals s ON s.entry_id = e.id
         WHERE ${entries.sql} AND e.id > ?
           AND EXISTS (SELECT 1 FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
             WHERE l.entry_id = e.id AND ${lines.sql})
         ORDER BY e.id LIMIT ${take}`,
        [...entries.parameters, after, ...lines.parameters],
      );
      const found = await this.linesOf(
        heads.map(({ id }) => id),
        filter,
      );
      return heads.map((head) => recorded(head, found.get(head.id) ?? []));
    });
  }

  /** How many entries have a line as asked, and what these lines make. */
  async total(collectiviteId: number, filter: LineFilter): Promise<{ entries: number; cents: Cents }> {
    const [entries, lines] = [entryConditions(collectiviteId, filter), lineConditions(filter)];
    const [row] = await this.database.read(() =>
      this.database.rows<{ entries: number | string; cents: number | string | null }>(
        `SELECT COUNT(DISTINCT e.id) AS entries, SUM(l.amount_cents) AS cents
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id
         WHERE ${entries.sql} AND ${lines.sql}`,
        [...entries.parameters, ...lines.parameters],
      ),
    );
    return { entries: Number(row!.entries), cents: Number(row!.cents ?? 0) };
  }

  private async linesOf(entryIds: readonly number[], filter: LineFilter): Promise<ReadonlyMap<number, LineRow[]>> {
    if (entryIds.length === 0) return new Map();
    const asked = lineConditions(filter);
    const rows = await this.database.rows<LineRow>(
      `SELECT l.entry_id, ${LINE_COLUMNS}, CASE WHEN ${asked.sql} THEN 1 ELSE 0 END AS asked
       FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id IN (${entryIds.map(() => '?').join(', ')}) ORDER BY l.id`,
      [...asked.parameters, ...entryIds],
    );
    return groupedBy(rows, ({ entry_id }) => entry_id);
  }
}

interface HeadRow {
  readonly id: number;
  readonly chain_rank: number;
  readonly date: string;
  readonly source_kind: SourceKind;
  readonly source_id: number;
  readonly label: string;
  readonly posted_at: number | string;
}

interface LineRow extends LineColumns {
  readonly entry_id: number;
  readonly asked: number | string;
}

function recorded(head: HeadRow, rows: readonly LineRow[]): RecordedEntry {
  const lines = rows.map((row) => ({ ...entryLineOf(row), asked: Number(row.asked) === 1 }));
  return {
    entryId: head.id,
    rank: head.chain_rank,
    date: Temporal.PlainDate.from(head.date),
    source: { kind: head.source_kind, id: head.source_id },
    label: head.label,
    postedAt: Temporal.Instant.fromEpochMilliseconds(Number(head.posted_at)),
    lines,
    cents: sumCents(lines.filter(({ asked }) => asked).map(({ cents }) => cents)),
  };
}
