import { Injectable } from '@nestjs/common';
import { longDate } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { changedSinceRead, unknownSupplementsSentence } from '../../../prestations/rules/index.js';
import { chosenSupplements, offeredSupplements } from '../../../reglement/index.js';
import { reservationsProblems } from '../../problems.js';
import type { Promised } from '../../rules/late-booking.js';
import type { FamilyAct, OverrideAsked } from '../allow-override.js';
import { HoldReservedDay, type ReservedDay } from './hold-reserved-day.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { RenewPromise } from './renew-promise.js';

export interface WantedSupplements {
  readonly supplements: readonly string[];
  /** Those that were read, where they must not have changed since. */
  readonly replaces?: readonly string[] | null | undefined;
}

/**
 * Takes other supplements with one reserved day, each at the price that was promised with it. Where the mairie has added
 * one to the tariff since, the whole day is promised again, at the price of now.
 */
@Injectable()
export class ChangeSupplements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdReservedDay: HoldReservedDay,
    private readonly loadFacts: LoadBookingFacts,
    private readonly renewPromise: RenewPromise,
  ) {}

  /**
   * Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, SUPPLEMENTS_CLOSED, SUPPLEMENT_UNKNOWN, SUPPLEMENTS_CHANGED,
   * SESSION_ALREADY_BILLED, OVERRIDE_NOT_ALLOWED.
   */
  run(act: FamilyAct, reservationId: number, wanted: WantedSupplements, asked: OverrideAsked): Promise<void> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const day = await this.holdReservedDay.run(act, reservationId, { what: 'SUPPLEMENTS', asked, now });
      const changed = changedSinceRead(wanted.replaces, day.row.supplements);
      if (changed !== null) throw reservationsProblems.SUPPLEMENTS_CHANGED(changed);
      const promised = await this.promised(act, day, wanted.supplements);
      await this.renewPromise.run(act, day, { promised, menuTypeId: day.row.menuTypeId, now });
    });
  }

  private async promised(act: FamilyAct, { row, session }: ReservedDay, labels: readonly string[]): Promise<Promised> {
    const kept = row.priceExplanation;
    const { chosen, unknown } = chosenSupplements(kept, labels);
    if (unknown.length === 0) return { prices: kept, supplements: chosen };
    const facts = await this.loadFacts.run(act, [row.childId]);
    const { prices } = facts.promised(session, row.childId, { menuTypeId: row.menuTypeId }) ?? { prices: kept };
    const asOfNow = chosenSupplements(prices, labels);
    if (asOfNow.unknown.length === 0) return { prices, supplements: asOfNow.chosen };
    const tariff = `Le tarif du ${longDate(session.date)}`;
    const offered = offeredSupplements(prices).map(({ label }) => label);
    throw reservationsProblems.SUPPLEMENT_UNKNOWN(unknownSupplementsSentence(tariff, asOfNow.unknown, offered));
  }
}
