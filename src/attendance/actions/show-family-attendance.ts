import { Injectable } from '@nestjs/common';
import { FindChildren } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations, FindSessions } from '../../prestations/index.js';
import type { AttendanceRow } from '../data/attendance.entity.js';
import { FindAttendances } from './find-attendances.js';

export interface FamilyAttendance {
  readonly attendance: AttendanceRow;
  readonly firstName: string;
  readonly prestationId: number;
  readonly prestation: string;
}

/** What was recorded for a family's children on the days it had them; what the other foyer had is not told. */
@Injectable()
export class ShowFamilyAttendance {
  constructor(
    private readonly database: Database,
    private readonly findAttendances: FindAttendances,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findChildren: FindChildren,
  ) {}

  run(
    collectiviteId: number,
    familyId: number,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<FamilyAttendance[]> {
    return this.database.read(async () => {
      const rows = await this.findAttendances.byFamily(collectiviteId, familyId, from, to);
      const sessionIds = rows.map(({ sessionId }) => sessionId);
      const sessions = new Map((await this.findSessions.byIds(collectiviteId, sessionIds)).map((row) => [row.id, row]));
      const prestations = new Map(
        (await this.findPrestations.run(collectiviteId, { archived: true })).map(({ id, name }) => [id, name]),
      );
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      return rows.map((attendance) => {
        const { prestationId } = sessions.get(attendance.sessionId)!;
        const { firstName } = children.get(attendance.childId)!;
        return { attendance, firstName, prestationId, prestation: prestations.get(prestationId)! };
      });
    });
  }
}
