import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';

/** Marks sessions as billed: from the end of the caller's unit on, nobody books, cancels or calls them off. */
@Injectable()
export class SealSessions {
  constructor(private readonly database: Database) {}

  /** Inside the caller's unit, which holds the sessions already. */
  async run(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<void> {
    for (const ids of chunksOf(sessionIds))
      await this.database.change(
        `UPDATE sessions SET billed_at = ?
         WHERE collectivite_id = ? AND id IN (${ids.map(() => '?').join(', ')}) AND billed_at IS NULL`,
        [now.epochMilliseconds, collectiviteId, ...ids],
      );
  }
}
