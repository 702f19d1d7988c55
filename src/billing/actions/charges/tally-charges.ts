import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { wholeNumbers } from '../../../platform/database/whole-numbers.js';
import type { ChargeEvent } from '../../../reglement/index.js';
import { onceEach, type TalliedCharges } from '../../rules/tallied-charges.js';

/** What was billed, less what credit notes took back, put together by the database. */
@Injectable()
export class TallyCharges {
  constructor(private readonly database: Database) {}

  /** `bit` is a power of two of its own for each session of a group. Drafts are charges too: ask for billed sessions. */
  async run(
    collectiviteId: number,
    sessions: readonly { readonly sessionId: number; readonly group: number; readonly bit: number }[],
  ): Promise<TalliedCharges[]> {
    if (sessions.length === 0) return [];
    const table = wholeNumbers(
      ['id', 'g', 'bit'],
      sessions.map(({ sessionId, group, bit }) => [sessionId, group, bit]),
    );
    const rows = await this.database.read(() =>
      this.database.rows<Record<string, number | string>>(
        `SELECT s.g, c.child_id, c.family_id, c.event, c.amount_cents - c.credited_cents AS cents, SUM(s.bit) AS sessions
         FROM ${table} s JOIN charges c ON c.session_id = s.id
         WHERE c.collectivite_id = ?
         GROUP BY s.g, c.child_id, c.family_id, c.event, c.amount_cents - c.credited_cents ORDER BY NULL`,
        [collectiviteId],
      ),
    );
    const tallied = rows.map((row) => ({
      group: Number(row['g']),
      childId: Number(row['child_id']),
      familyId: Number(row['family_id']),
      event: row['event'] as ChargeEvent,
      cents: Number(row['cents']),
      sessions: Number(row['sessions']),
    }));
    return onceEach(tallied);
  }
}
