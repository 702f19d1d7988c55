import { isBefore, spanHolds, type Temporal } from '../../kernel/civil-time.js';
import type { CustodySpan } from './custody.js';

/** Why a family does not have a child on a date. */
export type Away =
  /** Its custody begins later, on `from`: a family that has just arrived. */
  | { readonly type: 'NOT_YET'; readonly from: Temporal.PlainDate }
  /** Its custody is over since the day after `to`. */
  | { readonly type: 'NO_MORE'; readonly to: Temporal.PlainDate }
  /** Another family of the commune has the child that day. */
  | { readonly type: 'OTHER_FAMILY' }
  /** Not one of its weeks, nor of any family that the commune knows. */
  | { readonly type: 'OTHER_WEEK' };

/**
 * Why `familyId` does not have the child on a date; null when it has. Its own dates tell before the weeks do: of a day
 * before it arrived, « the other foyer's week » would be false, there may be no other foyer. Between two custodies, the
 * one to come tells.
 */
export function awayFrom(
  custodies: readonly CustodySpan[],
  { familyId, inCharge, date }: { familyId: number; inCharge: number | null; date: Temporal.PlainDate },
): Away | null {
  if (inCharge === familyId) return null;
  const own = custodies.filter((span) => span.familyId === familyId);
  if (!own.some((span) => spanHolds(span, date))) {
    const starts = own.map(({ from }) => from).filter((from) => isBefore(date, from));
    const from = starts.reduce<Temporal.PlainDate | null>(
      (first, day) => (first && isBefore(first, day) ? first : day),
      null,
    );
    if (from) return { type: 'NOT_YET', from };
    const ends = own.flatMap(({ to }) => to ?? []);
    const to = ends.reduce<Temporal.PlainDate | null>((last, day) => (last && isBefore(day, last) ? last : day), null);
    if (to) return { type: 'NO_MORE', to };
  }
  return { type: inCharge === null ? 'OTHER_WEEK' : 'OTHER_FAMILY' };
}
