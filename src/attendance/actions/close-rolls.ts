import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';

/** Billing takes the rolls of its sessions: from the end of the caller's unit on, nobody changes them. */
@Injectable()
export class CloseRolls {
  constructor(private readonly database: Database) {}

  /**
   * Inside the caller's unit. Whoever is pointing one of these sessions has committed, or waits and is then refused.
   * Answers the latest change to any of the rolls; null when none was ever pointed.
   */
  async run(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<number | null> {
    const sql = this.database.dialect.upsert(
      'attendance_rolls',
      ['collectivite_id', 'session_id', 'closed_at'],
      ['session_id'],
      'closed_at = COALESCE(attendance_rolls.closed_at, ?)',
    );
    const at = now.epochMilliseconds;
    // In the order of ids: two runs that share sessions wait for each other instead of embracing.
    const ordered = [...sessionIds].sort((a, b) => a - b);
    for (const sessionId of ordered) await this.database.change(sql, [collectiviteId, sessionId, at, at]);
    return this.lastRevision(collectiviteId, ordered);
  }

  private async lastRevision(collectiviteId: number, sessionIds: readonly number[]): Promise<number | null> {
    let last: number | null = null;
    for (const ids of chunksOf(sessionIds)) {
      const [row] = await this.database.rows<{ last: number | string | null }>(
        `SELECT MAX(revised_at) AS last FROM attendance_rolls
         WHERE collectivite_id = ? AND session_id IN (${ids.map(() => '?').join(', ')})`,
        [collectiviteId, ...ids],
      );
      if (row?.last != null) last = Math.max(last ?? 0, Number(row.last));
    }
    return last;
  }
}
