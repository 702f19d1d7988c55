import { eachDate, type Temporal } from '../../kernel/civil-time.js';
import type { Away } from './away.js';

export const PLACES = ['HERE', 'ELSEWHERE', 'OUTSIDE'] as const;
/** `OUTSIDE`: before the custody of this foyer begins, or after it is over: nothing more is told of the child. */
export type CustodyPlace = (typeof PLACES)[number];

export interface CustodyDay {
  readonly date: Temporal.PlainDate;
  readonly place: CustodyPlace;
  /** Whether a confirmed swap made it so. */
  readonly exchanged: boolean;
}

/** What is known of a child on a date, as seen from one foyer. */
interface Known {
  /** Why the foyer does not have the child; null when it has. */
  away(date: Temporal.PlainDate): Away | null;
  exchanged(date: Temporal.PlainDate): boolean;
}

/** The days of a period, both ends included, as a foyer may read them: nothing in them tells who else has the child. */
export function custodyDays(from: Temporal.PlainDate, to: Temporal.PlainDate, known: Known): CustodyDay[] {
  return [...eachDate(from, to)].map((date) => {
    const place = placeOf(known.away(date));
    return { date, place, exchanged: place !== 'OUTSIDE' && known.exchanged(date) };
  });
}

function placeOf(away: Away | null): CustodyPlace {
  if (away === null) return 'HERE';
  return away.type === 'NOT_YET' || away.type === 'NO_MORE' ? 'OUTSIDE' : 'ELSEWHERE';
}
