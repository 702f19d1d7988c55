import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Entry } from '../rules/entry.js';
import type { Source } from '../rules/posting.js';
import { LedgerEntryRow } from './ledger-entry.entity.js';
import { entryLineOf, LINE_COLUMNS, type LineColumns } from './line-columns.js';

/** What was posted, to say it again or the other way round. */
@Injectable()
export class FindEntry {
  constructor(private readonly database: Database) {}

  /** The head of what a source posted; null when it posted nothing. */
  ofSource(collectiviteId: number, { kind, id }: Source): Promise<LedgerEntryRow | null> {
    return this.database.read(() =>
      this.database.repository(LedgerEntryRow).findOneBy({ collectiviteId, sourceKind: kind, sourceId: id }),
    );
  }

  /** The lines of an entry in the order in which they were posted. */
  async linesOf(entryId: number): Promise<Entry> {
    const rows = await this.database.read(() =>
      this.database.rows<LineColumns>(
        `SELECT ${LINE_COLUMNS} FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
         WHERE l.entry_id = ? ORDER BY l.id`,
        [entryId],
      ),
    );
    return { lines: rows.map(entryLineOf) };
  }
}
