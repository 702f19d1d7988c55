import { Injectable } from '@nestjs/common';
import { And, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { SessionRow } from '../../data/session.entity.js';
import { FindPrestations } from '../find-prestations.js';

/** The sessions of one prestation by date, for an agent. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** At most `limit` sessions between two dates, both included, later than `after` where it is given. Throws NOT_FOUND. */
  run(
    collectiviteId: number,
    prestationId: number,
    wanted: {
      readonly from: Temporal.PlainDate;
      readonly to: Temporal.PlainDate;
      readonly after: Temporal.PlainDate | null;
      readonly limit: number;
    },
  ): Promise<SessionRow[]> {
    const bounds = [MoreThanOrEqual(wanted.from), LessThanOrEqual(wanted.to)];
    return this.database.read(async () => {
      await this.findPrestations.one(collectiviteId, prestationId);
      return this.database.repository(SessionRow).find({
        where: {
          collectiviteId,
          prestationId,
          date: And(...bounds, ...(wanted.after === null ? [] : [MoreThan(wanted.after)])),
        },
        order: { date: 'ASC' },
        take: wanted.limit,
      });
    });
  }

  /** Throws NOT_FOUND. */
  one(collectiviteId: number, prestationId: number, sessionId: number): Promise<SessionRow> {
    return this.database.read(async () => {
      const row = await this.database.repository(SessionRow).findOneBy({ collectiviteId, prestationId, id: sessionId });
      if (!row) throw httpProblems.NOT_FOUND('Cette séance n’existe pas, ou vous n’y avez pas accès.');
      return row;
    });
  }
}
