import { Injectable } from '@nestjs/common';
import type { ClosureToldOf } from '../../../calendar/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { SessionRow } from '../../data/session.entity.js';
import { sessionsCalledOff } from '../../events.js';
import { prestationsProblems } from '../../problems.js';
import { ListSessions } from './list-sessions.js';

/** Calls sessions off; the rooms above cancel their reservations and tell the families. */
@Injectable()
export class CallOffSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sessions: ListSessions,
  ) {}

  /** One session. Throws NOT_FOUND, SESSION_ALREADY_CALLED_OFF, SESSION_ALREADY_BILLED. */
  one(
    collectiviteId: number,
    { prestationId, sessionId }: { readonly prestationId: number; readonly sessionId: number },
    reason: string,
    accountId: number | null,
  ): Promise<SessionRow> {
    return this.database.unit(async () => {
      await this.sessions.one(collectiviteId, prestationId, sessionId);
      const now = this.clock.now();
      if ((await this.callOff(collectiviteId, [sessionId], { reason, closureId: null }, now)) === 0)
        throw refused(await this.sessions.one(collectiviteId, prestationId, sessionId));
      await this.outbox.emit(
        sessionsCalledOff,
        { collectiviteId, sessionIds: [sessionId], reason },
        { collectiviteId, key: `session:${sessionId}:${now.epochMilliseconds}` },
      );
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'session.called-off',
        subject: `session:${sessionId}`,
      });
      return this.sessions.one(collectiviteId, prestationId, sessionId);
    });
  }

  /** The sessions of a closure by the mairie: those of one site, or of all, between its dates, that are not billed. */
  ofClosure(closure: ClosureToldOf): Promise<void> {
    const { collectiviteId, closureId, reason } = closure;
    const now = this.clock.now();
    return this.database.unit(async () => {
      const sessionIds = await this.sessionsOf(closure);
      for (const [index, ids] of [...chunksOf(sessionIds)].entries()) {
        await this.callOff(collectiviteId, ids, { reason, closureId }, now);
        await this.outbox.emit(
          sessionsCalledOff,
          { collectiviteId, sessionIds: ids, reason },
          { collectiviteId, key: `closure:${closureId}:${index}` },
        );
      }
    });
  }

  /**
   * The prestations are locked first: a planning that runs at this moment either finishes before, and its sessions
   * are found here, or starts after, and reads the closure.
   */
  private async sessionsOf(closure: ClosureToldOf): Promise<number[]> {
    const { collectiviteId, siteId, from, to } = closure;
    const atSite = siteId === null ? '' : ' AND site_id = ?';
    const prestations = await this.database.rows<{ id: number }>(
      `SELECT id FROM prestations WHERE collectivite_id = ?${atSite} ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, ...(siteId === null ? [] : [siteId])],
    );
    if (prestations.length === 0) return [];
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM sessions
       WHERE collectivite_id = ? AND prestation_id IN (${prestations.map(() => '?').join(', ')})
         AND date >= ? AND date <= ? AND called_off_at IS NULL AND billed_at IS NULL
       ORDER BY id`,
      [collectiviteId, ...prestations.map(({ id }) => id), from, to],
    );
    return rows.map(({ id }) => Number(id));
  }

  private callOff(
    collectiviteId: number,
    sessionIds: readonly number[],
    { reason, closureId }: { readonly reason: string; readonly closureId: number | null },
    now: Temporal.Instant,
  ): Promise<number> {
    return this.database.change(
      `UPDATE sessions SET called_off_at = ?, called_off_reason = ?, closure_id = ?, revision = revision + 1
       WHERE collectivite_id = ? AND id IN (${sessionIds.map(() => '?').join(', ')})
         AND called_off_at IS NULL AND billed_at IS NULL`,
      [now.epochMilliseconds, reason, closureId, collectiviteId, ...sessionIds],
    );
  }
}

function refused({ date, calledOffAt }: SessionRow) {
  return calledOffAt !== null
    ? prestationsProblems.SESSION_ALREADY_CALLED_OFF('Cette séance est déjà annulée, son motif reste le même.')
    : prestationsProblems.SESSION_ALREADY_BILLED(
        typeset(`La séance du ${longDate(date)} est déjà facturée : elle ne peut plus être annulée.`),
      );
}
