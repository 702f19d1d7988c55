import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import type { EntryLine } from '../rules/entry.js';
import type { Source, SourceKind } from '../rules/posting.js';
import { entryLineOf, LINE_COLUMNS, type LineColumns } from './line-columns.js';

/** A line of the ledger with the head of its entry. */
export interface Movement extends EntryLine {
  readonly entryId: number;
  readonly date: Temporal.PlainDate;
  readonly source: Source;
  readonly label: string;
}

/** The ledger, line by line. For a sum over many families, ask `Receipts` or `OpenBalances`. */
@Injectable()
export class Movements {
  constructor(private readonly database: Database) {}

  /** The lines of the entries dated from `from` to `to`, both included, in the order of posting. */
  async between(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Movement[]> {
    const rows = await this.database.read(() =>
      this.database.rows<MovementRow>(
        `SELECT l.entry_id, e.date, e.source_kind, e.source_id, e.label, ${LINE_COLUMNS}
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id
         WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ?
         ORDER BY e.id, l.id`,
        [collectiviteId, from.toString(), to.toString()],
      ),
    );
    return rows.map((row) => ({
      entryId: row.entry_id,
      date: Temporal.PlainDate.from(row.date),
      source: { kind: row.source_kind, id: row.source_id },
      label: row.label,
      ...entryLineOf(row),
    }));
  }
}

interface MovementRow extends LineColumns {
  readonly entry_id: number;
  readonly date: string;
  readonly source_kind: SourceKind;
  readonly source_id: number;
  readonly label: string;
}
