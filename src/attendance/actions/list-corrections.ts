import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindAccounts } from '../../identity/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { FindSessions } from '../../prestations/index.js';
import { AttendanceCorrectionRow } from '../data/attendance-correction.entity.js';
import { AttendanceRow } from '../data/attendance.entity.js';
import type { RecordedState } from '../rules/roll-entry.js';

export interface ShownCorrection {
  readonly childId: number;
  readonly formerState: RecordedState;
  readonly newState: RecordedState;
  readonly formerArrivedAt: string | null;
  readonly formerLeftAt: string | null;
  readonly reason: string | null;
  /** Who corrected; null once the account is gone. */
  readonly correctedBy: string | null;
  readonly correctedAt: Temporal.Instant;
}

/** What was changed in the roll of a session since it was first recorded, the oldest first. */
@Injectable()
export class ListCorrections {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly findAccounts: FindAccounts,
  ) {}

  /** Throws NOT_FOUND. */
  run(collectiviteId: number, sessionId: number): Promise<ShownCorrection[]> {
    return this.database.read(async () => {
      const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
      if (!session) throw httpProblems.NOT_FOUND('Cette séance n’existe pas, ou vous n’y avez pas accès.');
      const attendances = await this.database.repository(AttendanceRow).findBy({ collectiviteId, sessionId });
      const childOf = new Map(attendances.map(({ id, childId }) => [id, childId]));
      const rows = await this.database
        .repository(AttendanceCorrectionRow)
        .find({ where: { collectiviteId, attendanceId: In([...childOf.keys()]) }, order: { id: 'ASC' } });
      const accounts = await this.findAccounts.byIds(rows.flatMap(({ correctedBy }) => correctedBy ?? []));
      return rows.map(({ attendanceId, correctedBy, ...row }) => {
        const author = correctedBy === null ? undefined : accounts.get(correctedBy);
        return {
          childId: childOf.get(attendanceId)!,
          formerState: row.formerState,
          newState: row.newState,
          formerArrivedAt: row.formerArrivedAt,
          formerLeftAt: row.formerLeftAt,
          reason: row.reason,
          correctedBy: author ? `${author.firstName} ${author.lastName}` : null,
          correctedAt: row.correctedAt,
        };
      });
    });
  }
}
