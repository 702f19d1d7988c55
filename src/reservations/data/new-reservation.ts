import type { Temporal } from '../../kernel/civil-time.js';
import { supplementsCents } from '../../reglement/index.js';
import { type LateBooking, type Promised, toldPrice } from '../rules/late-booking.js';
import type { BasketOwner, DayWanted } from './basket-store.js';
import type { ReservationRow } from './reservation.entity.js';

/** The row of a reservation that a family makes now, at the prices it is promised. */
export function newReservation(
  { collectiviteId, familyId, accountId }: BasketOwner,
  { sessionId, childId, menuTypeId = null }: DayWanted,
  promised: Promised,
  now: Temporal.Instant,
  late: LateBooking | null = null,
) {
  return {
    collectiviteId,
    sessionId,
    childId,
    familyId,
    state: 'RESERVED' as const,
    active: 1 as const,
    ...pricesOf(promised, late),
    menuTypeId,
    lateBooking: late as never,
    paidCents: null,
    bookedBy: accountId,
    bookedAt: now,
    cancelledBy: null,
    cancelledAt: null,
  };
}

/** The columns of a reservation that keep what is promised. */
export function pricesOf(promised: Promised, late: LateBooking | null) {
  const { prices, supplements } = promised;
  return {
    unitCents: toldPrice(promised, late),
    unjustifiedAbsenceCents: prices.unjustifiedAbsenceCents + supplementsCents(prices, supplements),
    priceExplanation: prices as never,
    supplements: (supplements.length === 0 ? null : supplements) as never,
  };
}

/** What was promised with a reservation, or with a place held to be paid. */
export function promiseOf({
  priceExplanation,
  supplements,
}: Pick<ReservationRow, 'priceExplanation' | 'supplements'>): Promised {
  return { prices: priceExplanation, supplements: supplements ?? [] };
}
