import { Injectable } from '@nestjs/common';
import { type ClosureToldOf, FindCalendar, FindClosures } from '../../../calendar/index.js';
import { spanHolds, Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { SessionRow } from '../../data/session.entity.js';
import { prestationsProblems } from '../../problems.js';
import { FindPrestations } from '../find-prestations.js';
import { ListSessions } from './list-sessions.js';

/**
 * Opens again sessions that were called off by mistake, while they can still be booked. The reservations of before
 * stay cancelled: a family may have made other plans, it books again if it wishes.
 */
@Injectable()
export class ReinstateSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCalendar: FindCalendar,
    private readonly findClosures: FindClosures,
    private readonly findPrestations: FindPrestations,
    private readonly sessions: ListSessions,
  ) {}

  /** One session. Throws NOT_FOUND, SESSION_NOT_REINSTATED. */
  one(
    collectiviteId: number,
    { prestationId, sessionId }: { readonly prestationId: number; readonly sessionId: number },
    accountId: number | null,
  ): Promise<SessionRow> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const { siteId } = await this.findPrestations.locked(collectiviteId, prestationId);
      const session = await this.sessions.one(collectiviteId, prestationId, sessionId);
      const closed = (await this.findCalendar.run(collectiviteId, siteId)).closure(session.date);
      if (closed !== null)
        throw prestationsProblems.SESSION_NOT_REINSTATED(
          typeset(`Le site est fermé ce jour-là (${closed}) : retirez d’abord la fermeture.`),
        );
      if ((await this.reinstate(session, now)) === 0)
        throw prestationsProblems.SESSION_NOT_REINSTATED(
          typeset(
            'Seule une séance annulée, encore ouverte à la réservation et dont les réservations sont toutes annulées, peut être rétablie.',
          ),
        );
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'session.reinstated',
        subject: `session:${sessionId}`,
      });
      return this.sessions.one(collectiviteId, prestationId, sessionId);
    });
  }

  /**
   * What a closure that is now removed had called off: opened again, or left to another closure that holds the day and
   * whose own removal will find it.
   */
  ofClosure({ collectiviteId, closureId, from, to }: ClosureToldOf): Promise<void> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const sessions = await this.database.repository(SessionRow).findBy({ collectiviteId, closureId });
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const siteOf = new Map(prestations.map(({ id, siteId }) => [id, siteId]));
      const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
      const others = await this.findClosures.run(collectiviteId, first, last);
      for (const session of sessions) {
        const other = others.find((closure) => holds(closure, siteOf.get(session.prestationId)!, session.date));
        if (other) await this.leaveTo(other, session);
        else await this.reinstate(session, now);
      }
    });
  }

  private leaveTo({ id: closureId, reason }: HeldDays, { collectiviteId, id }: SessionRow): Promise<number> {
    return this.database.change(
      `UPDATE sessions SET closure_id = ?, called_off_reason = ?
       WHERE collectivite_id = ? AND id = ? AND called_off_at IS NOT NULL`,
      [closureId, reason, collectiviteId, id],
    );
  }

  /** Not while a reservation of before still holds a place: its cancellation is on its way. */
  private reinstate({ collectiviteId, id }: SessionRow, now: Temporal.Instant): Promise<number> {
    return this.database.change(
      `UPDATE sessions SET called_off_at = NULL, called_off_reason = NULL, closure_id = NULL, revision = revision + 1
       WHERE collectivite_id = ? AND id = ? AND called_off_at IS NOT NULL AND frozen_at IS NULL AND taken = 0
         AND add_closes_at > ?`,
      [collectiviteId, id, now.epochMilliseconds],
    );
  }
}

interface HeldDays {
  readonly id: number;
  readonly siteId: number | null;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly reason: string;
}

function holds({ siteId, fromDate, toDate }: HeldDays, site: number, date: Temporal.PlainDate): boolean {
  return (siteId ?? site) === site && spanHolds({ from: fromDate, to: toDate }, date);
}
