import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { SessionRow } from '../../data/session.entity.js';

/** The sessions of every collectivité whose order is due at the kitchen, and whose headcount is not frozen yet. */
@Injectable()
export class SessionsToFreeze {
  constructor(private readonly database: Database) {}

  /** The next `limit` sessions whose order was due at or before `now`; called off ones feed nobody. */
  find(now: Temporal.Instant, limit: number, after = 0): Promise<SessionRow[]> {
    return this.database.read(() =>
      this.database.repository(SessionRow).find({
        where: {
          id: MoreThan(after),
          frozenAt: IsNull(),
          ordersAt: LessThanOrEqual(now),
          calledOffAt: IsNull(),
        },
        order: { id: 'ASC' },
        take: limit,
      }),
    );
  }

  /** Freezes one session inside the caller's unit; false when another instance did, or it was called off since. */
  async freeze(sessionId: number, now: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE sessions SET frozen_at = ? WHERE id = ? AND frozen_at IS NULL AND called_off_at IS NULL AND orders_at <= ?',
      [now.epochMilliseconds, sessionId, now.epochMilliseconds],
    );
    return changed === 1;
  }
}
