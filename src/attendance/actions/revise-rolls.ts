import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { SessionRevisions } from '../../prestations/index.js';

/** Who changes what is known of a session takes its roll first: a second person waits, and so does its billing. */
@Injectable()
export class ReviseRolls {
  constructor(
    private readonly database: Database,
    private readonly revisions: SessionRevisions,
  ) {}

  /**
   * Inside the caller's unit, which holds these rolls until it ends. Drafts of invoices computed before are out of
   * date from then on. Answers the sessions that are billed: what is known of them no longer changes anything.
   */
  async run(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<Set<number>> {
    const unchanged = 'session_id = attendance_rolls.session_id';
    const add = this.database.dialect.upsert(
      'attendance_rolls',
      ['collectivite_id', 'session_id'],
      ['session_id'],
      unchanged,
    );
    const billed = new Set<number>();
    // In the order of ids: two people who share sessions wait for each other instead of embracing.
    for (const sessionId of [...new Set(sessionIds)].sort((a, b) => a - b)) {
      await this.database.change(add, [collectiviteId, sessionId]);
      const taken = await this.database.change(
        'UPDATE attendance_rolls SET revised_at = ? WHERE session_id = ? AND closed_at IS NULL',
        [now.epochMilliseconds, sessionId],
      );
      if (taken === 0) billed.add(sessionId);
    }
    await this.revisions.changed(collectiviteId, sessionIds);
    return billed;
  }
}
