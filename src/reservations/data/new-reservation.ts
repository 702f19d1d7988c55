import type { Temporal } from '../../kernel/civil-time.js';
import type { Quote } from '../../reglement/index.js';
import { type LateBooking, toldPrice } from '../rules/late-booking.js';
import type { BasketOwner, PlaceWanted } from './basket-store.js';

/** The row of a reservation that a family makes now, at the prices it is promised. */
export function newReservation(
  { collectiviteId, familyId, accountId }: BasketOwner,
  { sessionId, childId }: PlaceWanted,
  prices: Quote,
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
    unitCents: toldPrice(prices, late),
    unjustifiedAbsenceCents: prices.unjustifiedAbsenceCents,
    priceExplanation: prices as never,
    lateBooking: late as never,
    bookedBy: accountId,
    bookedAt: now,
    cancelledBy: null,
    cancelledAt: null,
  };
}
