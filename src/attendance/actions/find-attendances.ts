import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { AttendanceRow } from '../data/attendance.entity.js';

@Injectable()
export class FindAttendances {
  constructor(private readonly database: Database) {}

  /** What was recorded in these sessions. */
  bySessions(collectiviteId: number, sessionIds: Iterable<number>): Promise<AttendanceRow[]> {
    return this.database.read(async () => {
      const found: AttendanceRow[] = [];
      for (const ids of chunksOf(sessionIds))
        found.push(...(await this.database.repository(AttendanceRow).findBy({ collectiviteId, sessionId: In(ids) })));
      return found;
    });
  }

  /** What was recorded for the children a family had on those days, both ends included; by date. */
  byFamily(
    collectiviteId: number,
    familyId: number,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<AttendanceRow[]> {
    return this.database.read(() =>
      this.database.repository(AttendanceRow).find({
        where: { collectiviteId, familyId, date: Between(from, to) },
        order: { date: 'ASC', id: 'ASC' },
      }),
    );
  }
}
