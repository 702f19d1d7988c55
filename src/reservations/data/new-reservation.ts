import type { Temporal } from '../../kernel/civil-time.js';
import type { Quote } from '../../reglement/index.js';
import type { BasketOwner, PlaceWanted } from './basket-store.js';

/** The row of a reservation that a family makes now, at the prices it is promised. */
export function newReservation(
  { collectiviteId, familyId, accountId }: BasketOwner,
  { sessionId, childId }: PlaceWanted,
  prices: Quote,
  now: Temporal.Instant,
) {
  return {
    collectiviteId,
    sessionId,
    childId,
    familyId,
    state: 'RESERVED' as const,
    active: 1 as const,
    unitCents: prices.unitCents,
    unjustifiedAbsenceCents: prices.unjustifiedAbsenceCents,
    priceExplanation: prices as never,
    bookedBy: accountId,
    bookedAt: now,
    cancelledBy: null,
    cancelledAt: null,
  };
}
