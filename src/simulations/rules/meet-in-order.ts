import { Temporal } from '../../kernel/civil-time.js';
import {
  countedPeriod,
  type Counter,
  effectAt,
  type OperationInstants,
  type Outcome,
} from '../../reglement/rules/index.js';
import { dayNumber } from './day-number.js';
import type { Meeting } from './month.js';

/** What an outcome is in a simulation. */
export function meetingOf(outcome: Outcome): Meeting {
  if (outcome.type !== 'LATE') return { met: outcome.type, surcharge: null };
  const { effect } = outcome;
  if (effect.type !== 'SURCHARGE') return { met: effect.type, surcharge: null };
  return { met: 'SURCHARGE', surcharge: effect };
}

/** A booking or a cancellation by its instants. */
export interface TimedRequest {
  readonly childId: number;
  readonly familyId: number;
  readonly date: Temporal.PlainDate;
  /** When it was made, in milliseconds. */
  readonly at: number;
  readonly instants: OperationInstants;
}

/**
 * Late bookings, or late cancellations, as they come, for effects that only count from or up to the k-th of a period:
 * months one after the other, and in each of them the requests in their order. Each one accepted late counts for those
 * that follow.
 */
export class LateCounts {
  private readonly counts = new Map<string, number>();
  private readonly periods = { MONTH: new Map<number, number>(), SCHOOL_YEAR: new Map<number, number>() };

  meet(request: TimedRequest): Meeting {
    const outcome = effectAt(
      request.instants,
      Temporal.Instant.fromEpochMilliseconds(request.at),
      (counter) => this.counts.get(this.keyOf(counter, request)) ?? 0,
    );
    if (isAccepted(outcome))
      for (const counter of COUNTERS) {
        const key = this.keyOf(counter, request);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
    return meetingOf(outcome);
  }

  private keyOf(counter: Counter, { childId, familyId, date }: TimedRequest): string {
    return `${counter.per} ${counter.per === 'CHILD' ? childId : familyId} ${counter.period === 'SCHOOL_YEAR'} ${this.periodOf(counter, date)}`;
  }

  /** Its first day; a period is looked up once for each date. */
  private periodOf(counter: Counter, date: Temporal.PlainDate): number {
    const known = this.periods[counter.period === 'SCHOOL_YEAR' ? 'SCHOOL_YEAR' : 'MONTH'];
    const on = dayNumber(date);
    let first = known.get(on);
    if (first === undefined) known.set(on, (first = dayNumber(countedPeriod(counter, date).from)));
    return first;
  }
}

/** Every way to count; an invoice covers a month. */
const COUNTERS = (['CHILD', 'FAMILY'] as const).flatMap((per) =>
  (['MONTH', 'SCHOOL_YEAR'] as const).map((period) => ({ per, period })),
);

/** Late, and done at once. */
function isAccepted(outcome: Outcome): boolean {
  if (outcome.type !== 'LATE') return outcome.type === 'GRACE';
  const { type } = outcome.effect;
  return type === 'SURCHARGE' || type === 'BILL_FULL' || type === 'CREDIT';
}
