import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import type { BasketOwner, DayWanted } from '../../data/basket-store.js';
import { HoldsStore } from '../../data/holds-store.js';
import { pricesOf } from '../../data/new-reservation.js';
import type { LateBooking, Promised } from '../../rules/late-booking.js';
import { holdExpiresAt } from '../../rules/place-hold.js';

/** A day whose place was just taken, and which is paid before it is reserved. */
export interface DayToPay extends DayWanted {
  readonly promised: Promised;
  readonly late: LateBooking | null;
  readonly limits: {
    /** When the list of the session leaves for the kitchen. */
    readonly ordersAt: Temporal.Instant;
    /** When the offer that is accepted would have been over; null: the place was not offered. */
    readonly offerEndsAt: Temporal.Instant | null;
  };
}

/** Holds places for a family to pay, at the prices that it was told. */
@Injectable()
export class HoldToPay {
  constructor(
    private readonly holds: HoldsStore,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Inside the unit that took the places; answers until when each is held, in their order. */
  async run(
    { collectiviteId, familyId }: BasketOwner,
    validationId: number,
    days: readonly DayToPay[],
    now: Temporal.Instant,
  ): Promise<Temporal.Instant[]> {
    if (days.length === 0) return [];
    const { holdMinutes } = await this.findCollectivite.run(collectiviteId);
    const holds = days.map(({ sessionId, childId, menuTypeId = null, promised, late, limits }) => ({
      ...{ collectiviteId, validationId, familyId, sessionId, childId, menuTypeId },
      ...pricesOf(promised, late),
      lateBooking: late,
      heldAt: now,
      expiresAt: holdExpiresAt(now, holdMinutes, limits),
    }));
    await this.holds.hold(holds);
    return holds.map(({ expiresAt }) => expiresAt);
  }
}
