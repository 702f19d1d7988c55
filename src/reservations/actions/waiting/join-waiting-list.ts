import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { PlaceWanted } from '../../data/basket-store.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { reservationsProblems } from '../../problems.js';
import { refusalSentence, refusedDay } from '../../rules/refusal-sentence.js';
import { listIsOpen } from '../../rules/waiting-list.js';
import { refusalBesidesPlaces } from '../../rules/wish.js';
import type { FamilyAct } from '../allow-override.js';
import { HoldPlaces } from '../places/hold-places.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { ServeLines } from '../basket/serve-lines.js';

/** Puts a child in line for a session that is full for it. */
@Injectable()
export class JoinWaitingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findCollectivite: FindCollectivite,
    private readonly serveLines: ServeLines,
  ) {}

  /**
   * Answers the id of the entry. Throws what booking would (CHILD_UNKNOWN, SESSION_UNKNOWN, NOT_YOUR_DAY,
   * SESSION_CLOSED…), ALREADY_WAITING, and PLACES_LEFT when there is a place to book.
   */
  async run(act: FamilyAct, { sessionId, childId }: PlaceWanted): Promise<number> {
    const now = this.clock.now();
    const { collectiviteId, familyId, accountId } = act;
    await this.serveLines.beforeAsking(collectiviteId, [sessionId], now);
    return this.database.unit(async () => {
      const { places } = await this.holdPlaces.run(collectiviteId, [sessionId], now);
      const session = places.sessions.get(sessionId);
      if (!session) throw reservationsProblems.SESSION_UNKNOWN('Cette séance n’existe pas.');
      const facts = await this.loadFacts.run(act, [childId]);
      if (!facts.knowsChild(childId)) throw reservationsProblems.CHILD_UNKNOWN('Cet enfant n’est pas de votre foyer.');
      const occupancy = await this.loadOccupancy.run(collectiviteId, [childId], [session], now);
      if (occupancy.waiting.of(sessionId, childId) !== null)
        throw reservationsProblems.ALREADY_WAITING(
          'Cet enfant est déjà sur la liste d’attente de cette séance, ou une place lui est proposée.',
        );
      const wish = facts.wish(session, childId, occupancy);
      const code = refusalBesidesPlaces(wish, { now }) ?? (listIsOpen(session, now) ? null : 'SESSION_CLOSED');
      if (code !== null) {
        const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
        throw reservationsProblems[code](refusalSentence(code, refusedDay(wish, { now, zone })));
      }
      if (wish.full === null)
        throw reservationsProblems.PLACES_LEFT(
          typeset(`Une place est libre le ${longDate(session.date)} : réservez-la, sans attendre.`),
        );
      return this.waiting.join({ collectiviteId, sessionId, childId, familyId, joinedBy: accountId, joinedAt: now });
    });
  }
}
