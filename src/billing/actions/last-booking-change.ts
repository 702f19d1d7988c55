import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { ReservationRow } from '../../reservations/index.js';

/** The mairie may book or cancel a day that is over: drafts computed before that are out of date. */
@Injectable()
export class LastBookingChange {
  constructor(private readonly database: Database) {}

  /**
   * Milliseconds since the epoch of the latest booking or cancellation in these sessions; 0 for none. In the caller's
   * unit: whoever books or cancels changes the session's row, which is held until the unit ends.
   */
  async in(collectiviteId: number, sessionIds: readonly number[]): Promise<number> {
    let last = 0;
    const ordered = [...sessionIds].sort((a, b) => a - b);
    for (const ids of chunksOf(ordered)) {
      await this.database.rows(
        `SELECT id FROM sessions WHERE id IN (${ids.map(() => '?').join(', ')}) ORDER BY id${this.database.dialect.forUpdate}`,
        ids,
      );
      const where = { collectiviteId, sessionId: In(ids) };
      const booked = await this.database.repository(ReservationRow).maximum('bookedAt' as never, where);
      const cancelled = await this.database.repository(ReservationRow).maximum('cancelledAt' as never, where);
      last = Math.max(last, Number(booked ?? 0), Number(cancelled ?? 0));
    }
    return last;
  }
}
