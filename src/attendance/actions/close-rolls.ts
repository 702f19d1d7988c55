import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';

/** Billing takes the rolls of its sessions: from the end of the caller's unit on, nobody changes them. */
@Injectable()
export class CloseRolls {
  constructor(private readonly database: Database) {}

  /** Inside the caller's unit. Whoever is pointing one of these sessions has committed, or waits and is then refused. */
  async run(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<void> {
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
  }
}
