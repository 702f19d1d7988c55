import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import { FindChildren } from '../../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { type SessionRow, SessionsToFreeze } from '../../../prestations/index.js';
import { HeadcountRow } from '../../data/headcount.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { headcountByMenu, headcountBySupplement, menuOf } from '../../rules/headcount.js';
import { HoldPlaces } from '../places/hold-places.js';
import { MailHeadcount } from './mail-headcount.js';

const BATCH = 50;

/**
 * Freezes the headcount of each session whose order is due, and orders its meals. A session closed late keeps
 * the truth of its closing instants: nobody could book meanwhile, with or without this.
 */
@Injectable()
export class FreezeHeadcounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessionsToFreeze: SessionsToFreeze,
    private readonly reservations: ReservationsStore,
    private readonly findChildren: FindChildren,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailHeadcount: MailHeadcount,
    private readonly holdPlaces: HoldPlaces,
    private readonly holds: HoldsStore,
  ) {}

  /** Answers how many sessions this call froze. One that cannot be does not keep the other kitchens waiting. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const collectivites = new Map<number, CollectiviteRow>();
    const frozen = await eachInTurn(this.due(now), async (session) => {
      const { collectiviteId } = session;
      const collectivite = collectivites.get(collectiviteId) ?? (await this.findCollectivite.run(collectiviteId));
      collectivites.set(collectiviteId, collectivite);
      return this.database.unit(() => this.freeze(session, collectivite, now));
    });
    return frozen.filter(Boolean).length;
  }

  private async *due(now: Temporal.Instant): AsyncGenerator<SessionRow> {
    for (let after = 0; ;) {
      const sessions = await this.sessionsToFreeze.find(now, BATCH, after);
      yield* sessions;
      if (sessions.length < BATCH) return;
      after = sessions.at(-1)!.id;
    }
  }

  /**
   * Holds the places first, which ends what the clock has ended: offers are over by now and the line is closed. Then
   * marks the session; the reservations counted are all there will be.
   */
  private async freeze(session: SessionRow, collectivite: CollectiviteRow, now: Temporal.Instant): Promise<boolean> {
    const { id: sessionId, collectiviteId } = session;
    const { places } = await this.holdPlaces.run(collectiviteId, [sessionId], now);
    if (!(await this.sessionsToFreeze.freeze(sessionId, now))) return false;
    // No meal is ordered for a place that is not paid: what comes later is a credit.
    for (const { id, childId } of await this.holds.livingOfSessions(collectiviteId, [sessionId]))
      if (await this.holds.release(id, 'LIST_CLOSED', now)) await places.free(sessionId, childId);
    const living = (await this.reservations.livingBySession(collectiviteId, [sessionId])).get(sessionId) ?? [];
    const children = await this.findChildren.run(
      collectiviteId,
      living.map(({ childId }) => childId),
    );
    const byMenuType = headcountByMenu(living.map((row) => menuOf(row, children.get(row.childId)!)));
    for (const [menuTypeId, count] of byMenuType)
      await this.database.insert(HeadcountRow, {
        collectiviteId,
        sessionId,
        menuTypeId,
        children: count,
        frozenAt: now,
      });
    // A kitchen expects a mail for a day to come, even without a meal; for a day that is past, only of meals it made.
    const isToCome = !isBefore(session.date, dateIn(collectivite.timeZone, now));
    if (isToCome || living.length > 0)
      await this.mailHeadcount.order(collectivite, session, {
        ...{ frozenAt: now, byMenuType },
        bySupplement: headcountBySupplement(living),
      });
    return true;
  }
}
