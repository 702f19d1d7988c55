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

  /** What was recorded of the children of these places in the sessions of these places. */
  ofChildren(
    collectiviteId: number,
    places: readonly { readonly sessionId: number; readonly childId: number }[],
  ): Promise<AttendanceRow[]> {
    const childIds = [...new Set(places.map(({ childId }) => childId))];
    return this.database.read(async () => {
      const found: AttendanceRow[] = [];
      for (const children of chunksOf(childIds)) {
        const theirs = new Set(children);
        const sessionIds = places.filter(({ childId }) => theirs.has(childId)).map(({ sessionId }) => sessionId);
        for (const ids of chunksOf(new Set(sessionIds)))
          found.push(
            ...(await this.database
              .repository(AttendanceRow)
              .findBy({ collectiviteId, sessionId: In(ids), childId: In(children) })),
          );
      }
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
