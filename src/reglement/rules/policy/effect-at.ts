import { Temporal } from '../../../kernel/civil-time.js';
import type { Counter } from '../counter.js';
import type { Effect } from './booking-policy.js';
import type { OperationInstants } from './policy-instants.js';

/** What a request meets at an instant. */
export type Outcome =
  /** One may not ask yet. */
  | { readonly type: 'NOT_YET'; readonly opensAt: Temporal.Instant }
  /** In time. */
  | { readonly type: 'IN_TIME' }
  /** Late, and accepted as in time: `effect` does not concern this time (see Counter). */
  | { readonly type: 'GRACE'; readonly effect: Effect; readonly until: Temporal.Instant }
  /** Late: this happens. */
  | { readonly type: 'LATE'; readonly effect: Exclude<Effect, { type: 'BLOCK' }>; readonly until: Temporal.Instant }
  /** Late, and refused. */
  | { readonly type: 'BLOCKED' };

/**
 * The first effect whose end is not over applies. One with a counter lets the times before its `from` pass as in time;
 * past its `upTo` the next effect is tried and, where none is left, they pass again: a mairie that wants a refusal
 * writes BLOCK after it. `countSoFar` is how many late events the child or the family already had in the counter's
 * period.
 */
export function effectAt(
  instants: OperationInstants,
  now: Temporal.Instant,
  countSoFar: (counter: Counter) => number = () => 0,
): Outcome {
  if (instants.opensAt && isBefore(now, instants.opensAt)) return { type: 'NOT_YET', opensAt: instants.opensAt };
  if (isBefore(now, instants.closesAt)) return { type: 'IN_TIME' };
  let past: Outcome = { type: 'BLOCKED' };
  for (const { effect, endsAt: until } of instants.late) {
    if (!isBefore(now, until)) {
      if (effect.type === 'BLOCK') return { type: 'BLOCKED' };
      continue;
    }
    const { counter } = effect;
    const time = counter ? countSoFar(counter) + 1 : 1;
    if (counter?.from !== undefined && time < counter.from) return { type: 'GRACE', effect, until };
    if (effect.type === 'BLOCK') return { type: 'BLOCKED' };
    if (counter?.upTo === undefined || time <= counter.upTo) return { type: 'LATE', effect, until };
    past = { type: 'GRACE', effect, until };
  }
  return past;
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
