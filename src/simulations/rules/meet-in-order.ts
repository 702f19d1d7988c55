import { Temporal } from '../../kernel/civil-time.js';
import {
  countedPeriod,
  type Counter,
  effectAt,
  type OperationInstants,
  type Outcome,
} from '../../reglement/rules/index.js';
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

  meet(request: TimedRequest): Meeting {
    const outcome = effectAt(
      request.instants,
      Temporal.Instant.fromEpochMilliseconds(request.at),
      (counter) => this.counts.get(keyOf(counter, request)) ?? 0,
    );
    if (isAccepted(outcome))
      for (const counter of COUNTERS) {
        const key = keyOf(counter, request);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
    return meetingOf(outcome);
  }
}

/** Every way to count; an invoice covers a month. */
const COUNTERS = (['CHILD', 'FAMILY'] as const).flatMap((per) =>
  (['MONTH', 'SCHOOL_YEAR'] as const).map((period) => ({ per, period })),
);

function keyOf(counter: Counter, { childId, familyId, date }: TimedRequest): string {
  const { from, to } = countedPeriod(counter, date);
  return `${counter.per} ${counter.per === 'CHILD' ? childId : familyId} ${from.toString()} ${to.toString()}`;
}

/** Late, and done at once. */
function isAccepted(outcome: Outcome): boolean {
  if (outcome.type !== 'LATE') return outcome.type === 'GRACE';
  const { type } = outcome.effect;
  return type === 'SURCHARGE' || type === 'BILL_FULL' || type === 'CREDIT';
}
