import type { Temporal } from '../../../kernel/civil-time.js';
import type { SessionRow } from '../../../prestations/index.js';
import type { BasketLineRow } from '../../data/basket-line.entity.js';
import { lateTerms, refusalOf, type Wish } from '../../rules/wish.js';
import type { BookingFacts, Occupancy } from '../load-booking-facts.js';

/**
 * The lines of a basket as its validation will judge them, one after the other: a late line counts for those after it, and
 * what is told before is what will be asked. From then on these facts count them all. By line.
 */
export function wishesInTurn(
  lines: readonly BasketLineRow[],
  sessions: ReadonlyMap<number, SessionRow>,
  facts: BookingFacts,
  occupancy: Occupancy,
  now: Temporal.Instant,
): Map<number, Wish> {
  const wishes = new Map<number, Wish>();
  for (const { id, sessionId, childId, supplements } of lines) {
    const session = sessions.get(sessionId)!;
    const wish = facts.wish(session, childId, occupancy, supplements);
    wishes.set(id, wish);
    if (refusalOf(wish, { now }) === null && lateTerms(wish, now)) facts.addLate({ childId, date: session.date });
  }
  return wishes;
}
