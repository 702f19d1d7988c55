import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { euros, typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { SessionRow } from '../../prestations/index.js';
import { newReservation } from '../data/new-reservation.js';
import { ReservationRow } from '../data/reservation.entity.js';
import type { WaitingEntryRow } from '../data/waiting-entry.entity.js';
import { WaitingStore } from '../data/waiting-store.js';
import { reservationsProblems } from '../problems.js';
import { refusalSentence, refusedDay } from '../rules/refusal-sentence.js';
import { refusalBesidesPlaces } from '../rules/wish.js';
import type { FamilyAct } from './allow-override.js';
import { HoldPlaces } from './hold-places.js';
import { waitingEntryUnknown } from './leave-waiting-list.js';
import { LoadBookingFacts } from './load-booking-facts.js';
import { LoadOccupancy } from './load-occupancy.js';
import { MailWaitingList } from './mail-waiting-list.js';

/** Turns a place that is offered into a reservation, at the price of now. The clock decides, no task does. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailWaitingList: MailWaitingList,
  ) {}

  /** Answers the id of the reservation. Throws WAITING_ENTRY_UNKNOWN, NO_OPEN_OFFER, and what booking would. */
  async run(act: FamilyAct, entryId: number): Promise<number> {
    const now = this.clock.now();
    const { collectiviteId, familyId } = act;
    const accepted = await this.database.unit(async () => {
      const entry = await this.waiting.one(collectiviteId, familyId, entryId);
      if (!entry) throw waitingEntryUnknown();
      const { places } = await this.holdPlaces.run(collectiviteId, [entry.sessionId], now);
      if (!(await this.waiting.accept(entryId, now))) return null;
      return this.reserve(act, entry, places.sessions.get(entry.sessionId)!, now);
    });
    // Told once the unit is over: what it passed on to others because this offer is over stays.
    if (accepted === null) throw noOpenOffer();
    return accepted;
  }

  private async reserve(
    act: FamilyAct,
    entry: WaitingEntryRow,
    session: SessionRow,
    now: Temporal.Instant,
  ): Promise<number> {
    const { collectiviteId, sessionId, childId } = entry;
    const facts = await this.loadFacts.run(act, [childId]);
    const occupancy = await this.loadOccupancy.run(collectiviteId, [childId], [session], now);
    const wish = facts.wish(session, childId, occupancy);
    const code = refusalBesidesPlaces(wish, { now });
    if (code !== null) {
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      throw reservationsProblems[code](refusalSentence(code, refusedDay(wish, { now, zone })));
    }
    const prices = facts.prices(session, childId)!;
    const id = await this.database.insert(ReservationRow, newReservation(act, { sessionId, childId }, prices, now));
    await this.mailWaitingList.booked(collectiviteId, entry, euros(prices.unitCents));
    return id;
  }
}

function noOpenOffer() {
  return reservationsProblems.NO_OPEN_OFFER(
    typeset(
      'Aucune place ne vous est proposée en ce moment : le délai pour accepter est passé, ou votre tour n’est pas encore venu.',
    ),
  );
}
