import { schoolYearOf } from '../../calendar/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type Counter, effectAt, type OperationInstants, type Outcome } from '../../reglement/index.js';
import type { Meeting } from './month.js';

/** What an outcome is in a simulation. */
export function meetingOf(outcome: Outcome): Meeting {
  if (outcome.type !== 'LATE') return { met: outcome.type, surcharge: null };
  const { effect } = outcome;
  if (effect.type !== 'SURCHARGE') return { met: effect.type, surcharge: null };
  return { met: 'SURCHARGE', surcharge: effect };
}

/** A booking by its instants. */
export interface TimedBooking {
  readonly childId: number;
  readonly familyId: number;
  readonly date: Temporal.PlainDate;
  /** In milliseconds. */
  readonly bookedAt: number;
  readonly instants: OperationInstants;
}

/**
 * Late bookings as they come, for effects that only count from or up to the k-th of a period: months one after the
 * other, and in each of them the bookings in their order. Each one accepted late counts for those that follow.
 */
export class LateCounts {
  private readonly counts = new Map<string, number>();

  meet({ childId, familyId, date, bookedAt, instants }: TimedBooking): Meeting {
    const key = ({ per, period }: Counter) =>
      `${per} ${per === 'CHILD' ? childId : familyId} ${period === 'SCHOOL_YEAR' ? schoolYearOf(date) : `${date.year}-${date.month}`}`;
    const outcome = effectAt(
      instants,
      Temporal.Instant.fromEpochMilliseconds(bookedAt),
      (counter) => this.counts.get(key(counter)) ?? 0,
    );
    const effect = 'effect' in outcome ? outcome.effect : null;
    if (effect?.type === 'SURCHARGE' && effect.counter) {
      const counted = key(effect.counter);
      this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
    }
    return meetingOf(outcome);
  }
}
