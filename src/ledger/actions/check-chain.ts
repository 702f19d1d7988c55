import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { digestOf } from '../../platform/secrets/digest.js';
import { entryToSeal, HEAD_COLUMNS, type HeadColumns } from '../data/entry-to-seal.js';
import { entryLineOf, LINE_COLUMNS, type LineColumns } from '../data/line-columns.js';
import { sealedText } from '../rules/chain.js';

/** The first entry at which the chain of a collectivité does not hold, or an entry that has no seal. */
export interface BrokenChain {
  readonly collectiviteId: number;
  readonly entryId: number;
  readonly kind: 'NOT_AS_SEALED' | 'NOT_SEALED';
}

interface SealedRow extends HeadColumns {
  readonly chain_rank: number;
  readonly digest: string;
}

const AT_ONCE = 500;

/** Reads every entry again, in the order in which it was sealed. */
@Injectable()
export class CheckChain {
  constructor(private readonly database: Database) {}

  run(): Promise<BrokenChain[]> {
    return this.database.read(async () => {
      const broken = await this.unsealed();
      const collectivites = await this.database.rows<{ id: number }>(
        'SELECT DISTINCT collectivite_id AS id FROM ledger_seals ORDER BY collectivite_id',
      );
      for (const { id } of collectivites) {
        const entryId = await this.firstBroken(id);
        if (entryId !== null) broken.push({ collectiviteId: id, entryId, kind: 'NOT_AS_SEALED' });
      }
      return broken;
    });
  }

  private async unsealed(): Promise<BrokenChain[]> {
    const rows = await this.database.rows<{ id: number; collectivite_id: number }>(
      `SELECT e.id, e.collectivite_id FROM ledger_entries e
       LEFT JOIN ledger_seals s ON s.entry_id = e.id WHERE s.id IS NULL ORDER BY e.id LIMIT 20`,
    );
    return rows.map(({ id, collectivite_id }) => ({
      collectiviteId: collectivite_id,
      entryId: id,
      kind: 'NOT_SEALED',
    }));
  }

  private async firstBroken(collectiviteId: number): Promise<number | null> {
    let [rank, digest] = [0, ''];
    for (;;) {
      const rows = await this.database.rows<SealedRow>(
        `SELECT ${HEAD_COLUMNS}, s.chain_rank, s.digest
         FROM ledger_seals s JOIN ledger_entries e ON e.id = s.entry_id
         WHERE s.collectivite_id = ? AND s.chain_rank > ? ORDER BY s.chain_rank LIMIT ${AT_ONCE}`,
        [collectiviteId, rank],
      );
      if (rows.length === 0) return null;
      const lines = await this.linesOf(rows.map(({ id }) => id));
      for (const row of rows) {
        const posted = entryToSeal(row, (lines.get(row.id) ?? []).map(entryLineOf));
        const expected = digestOf(sealedText(rank + 1, digest, posted));
        if (row.chain_rank !== rank + 1 || row.digest !== expected) return row.id;
        [rank, digest] = [row.chain_rank, row.digest];
      }
    }
  }

  private async linesOf(entryIds: readonly number[]) {
    const rows = await this.database.rows<LineColumns & { entry_id: number }>(
      `SELECT l.entry_id, ${LINE_COLUMNS} FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id IN (${entryIds.map(() => '?').join(',')}) ORDER BY l.id`,
      entryIds,
    );
    return groupedBy(rows, ({ entry_id }) => entry_id);
  }
}
