import { Injectable } from '@nestjs/common';
import { FindMenuTypes } from '../../../collectivites/index.js';
import type { Cents } from '../../../kernel/money.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions } from '../../../prestations/index.js';
import { promiseOf } from '../../data/new-reservation.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import { reservationsProblems } from '../../problems.js';
import { toldPrice, toldWords } from '../../rules/late-booking.js';
import { menuOf } from '../../rules/headcount.js';
import { promiseWithMenu } from '../../rules/menu-promise.js';
import { LoadBookingFacts } from '../load-booking-facts.js';

export interface MenuOfDay {
  readonly menuTypeId: number;
  readonly label: string;
  readonly broughtByFamily: boolean;
  /** Whether the child eats it on that day, as things stand. */
  readonly chosen: boolean;
  /** What the day would be promised for with it, in French too. */
  readonly unitCents: Cents;
  readonly price: string;
}

/** The menus that a child may have on a reserved day, each with what the day would then cost. */
@Injectable()
export class ListMenusOfDay {
  constructor(
    private readonly database: Database,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly findSessions: FindSessions,
    private readonly loadFacts: LoadBookingFacts,
  ) {}

  /** Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED. */
  run(
    family: { readonly collectiviteId: number; readonly familyId: number },
    reservationId: number,
  ): Promise<MenuOfDay[]> {
    const { collectiviteId, familyId } = family;
    return this.database.read(async () => {
      const row = await this.database
        .repository(ReservationRow)
        .findOneBy({ collectiviteId, familyId, id: reservationId });
      if (!row)
        throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
      if (row.active === null) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
      const [session] = await this.findSessions.byIds(collectiviteId, [row.sessionId]);
      const facts = await this.loadFacts.run(family, [row.childId]);
      const kept = promiseOf(row);
      const eaten = menuOf(row, facts.child(row.childId)).menuTypeId;
      return (await this.findMenuTypes.run(collectiviteId)).map(({ id: menuTypeId, label, broughtByFamily }) => {
        const asOfNow = facts.promised(session!, row.childId, { menuTypeId, supplements: kept.supplements });
        const promised = promiseWithMenu(kept, asOfNow);
        return {
          ...{ menuTypeId, label, broughtByFamily, chosen: menuTypeId === eaten },
          unitCents: toldPrice(promised, row.lateBooking),
          price: toldWords(promised, row.lateBooking),
        };
      });
    });
  }
}
