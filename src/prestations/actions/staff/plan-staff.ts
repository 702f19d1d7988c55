import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { SessionRow } from '../../data/session.entity.js';
import { ListSessions } from '../sessions/list-sessions.js';

/** Notes how many people are planned for one session. */
@Injectable()
export class PlanStaff {
  constructor(
    private readonly database: Database,
    private readonly sessions: ListSessions,
  ) {}

  /** Null: as many as the prestation says. Throws NOT_FOUND. */
  run(
    collectiviteId: number,
    { prestationId, sessionId }: { readonly prestationId: number; readonly sessionId: number },
    plannedStaff: number | null,
  ): Promise<SessionRow> {
    return this.database.unit(async () => {
      await this.sessions.one(collectiviteId, prestationId, sessionId);
      await this.database.repository(SessionRow).update({ collectiviteId, id: sessionId }, { plannedStaff });
      return this.sessions.one(collectiviteId, prestationId, sessionId);
    });
  }
}
