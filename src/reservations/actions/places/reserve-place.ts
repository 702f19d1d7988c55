import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Database } from '../../../platform/database/database.js';
import type { SessionRow } from '../../../prestations/index.js';
import type { DayWanted } from '../../data/basket-store.js';
import { newReservation } from '../../data/new-reservation.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import { reservationsProblems } from '../../problems.js';
import { type LateBooking, toldWords } from '../../rules/late-booking.js';
import { refusalSentence, refusedDay } from '../../rules/refusal-sentence.js';
import { type Judging, refusalBesidesPlaces } from '../../rules/wish.js';
import type { FamilyAct } from '../allow-override.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { LoadOccupancy } from './load-occupancy.js';

export interface ReservedPlace {
  readonly reservationId: number;
  /** The price that is promised, as a parent reads it. */
  readonly price: string;
}

/** Writes one reservation, at the price of now, on a place that is the child's already. */
@Injectable()
export class ReservePlace {
  constructor(
    private readonly database: Database,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Inside the caller's unit, which holds the session; `late` are the terms of one that is late. Throws what booking would, the places aside. */
  async run(
    act: FamilyAct,
    wanted: DayWanted,
    session: SessionRow,
    { now, beyondWindow = false, late = null }: Judging & { readonly late?: LateBooking | null },
  ): Promise<ReservedPlace> {
    const { childId, supplements } = wanted;
    const facts = await this.loadFacts.run(act, [childId]);
    const occupancy = await this.loadOccupancy.run(act.collectiviteId, [childId], [session], now);
    const wish = facts.wish(session, childId, occupancy, supplements);
    const code = refusalBesidesPlaces(wish, { now, beyondWindow });
    if (code !== null) {
      const { timeZone: zone } = await this.findCollectivite.run(act.collectiviteId);
      throw reservationsProblems[code](refusalSentence(code, refusedDay(wish, { now, zone })));
    }
    const promised = facts.promised(session, childId, wanted)!;
    const reservationId = await this.database.insert(ReservationRow, newReservation(act, wanted, promised, now, late));
    return { reservationId, price: toldWords(promised, late) };
  }
}
