import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { WaitingStore } from '../data/waiting-store.js';
import { reservationsProblems } from '../problems.js';
import type { FamilyAct } from './allow-override.js';
import { HoldPlaces } from './hold-places.js';
import { waitingEntryUnknown } from './leave-waiting-list.js';
import { MailWaitingList } from './mail-waiting-list.js';
import { ReservePlace } from './reserve-place.js';

/** Turns a place that is offered into a reservation, at the price of now. The clock decides, no task does. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly reservePlace: ReservePlace,
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
      const { reservationId, price } = await this.reservePlace.run(act, entry, places.sessions.get(entry.sessionId)!, {
        now,
      });
      await this.mailWaitingList.booked(collectiviteId, entry, price);
      return reservationId;
    });
    // Told once the unit is over: what it passed on to others because this offer is over stays.
    if (accepted === null) throw noOpenOffer();
    return accepted;
  }
}

function noOpenOffer() {
  return reservationsProblems.NO_OPEN_OFFER(
    typeset(
      'Aucune place ne vous est proposée en ce moment : le délai pour accepter est passé, ou votre tour n’est pas encore venu.',
    ),
  );
}
