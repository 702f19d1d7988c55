import { Injectable } from '@nestjs/common';
import { longDate } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { SessionRevisions, unknownSupplementsSentence } from '../../prestations/index.js';
import { chosenSupplements, offeredSupplements } from '../../reglement/index.js';
import { pricesOf } from '../data/new-reservation.js';
import { ReservationRow } from '../data/reservation.entity.js';
import { reservationsProblems } from '../problems.js';
import type { FamilyAct, OverrideAsked } from './allow-override.js';
import { HoldReservedDay } from './hold-reserved-day.js';

/**
 * Takes other supplements with one reserved day: they are among those that were promised with the day, and each at the
 * price that was promised. Nothing else of the promise changes.
 */
@Injectable()
export class ChangeSupplements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdReservedDay: HoldReservedDay,
    private readonly sessionRevisions: SessionRevisions,
  ) {}

  /**
   * Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, SUPPLEMENTS_CLOSED, SUPPLEMENT_UNKNOWN, SESSION_ALREADY_BILLED,
   * OVERRIDE_NOT_ALLOWED.
   */
  run(act: FamilyAct, reservationId: number, labels: readonly string[], asked: OverrideAsked): Promise<void> {
    const now = this.clock.now();
    const { collectiviteId } = act;
    return this.database.unit(async () => {
      const { row, session } = await this.holdReservedDay.run(act, reservationId, { what: 'SUPPLEMENTS', asked, now });
      const prices = row.priceExplanation;
      const { chosen, unknown } = chosenSupplements(prices, labels);
      if (unknown.length > 0)
        throw reservationsProblems.SUPPLEMENT_UNKNOWN(
          unknownSupplementsSentence(
            `Le tarif du ${longDate(session.date)}`,
            unknown,
            offeredSupplements(prices).map(({ label }) => label),
          ),
        );
      await this.database
        .repository(ReservationRow)
        .update({ collectiviteId, id: row.id }, pricesOf({ prices, supplements: chosen }, row.lateBooking));
      await this.sessionRevisions.changed(collectiviteId, [session.id]);
    });
  }
}
