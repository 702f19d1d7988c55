import { Temporal } from '../../kernel/civil-time.js';
import { effectAt, type OperationInstants, type Outcome } from '../../reglement/rules/index.js';

/** What requests meet for one day of service, from the first moment to the last: it changes at each limit. */
export interface Stages {
  /** Rising, in milliseconds: counting those at or before a request tells its stage. */
  readonly limits: readonly number[];
  /** One more than the limits: what is met before the first of them, between two, and after the last. */
  readonly outcomes: readonly Outcome[];
}

/** The stages of an operation; effects that count look as if each request were the first. */
export function stagesOf(instants: OperationInstants): Stages {
  const { opensAt, closesAt, late } = instants;
  const all = [...(opensAt ? [opensAt] : []), closesAt, ...late.map(({ endsAt }) => endsAt)];
  const limits = [...new Set(all.map(({ epochMilliseconds }) => epochMilliseconds))].sort((a, b) => a - b);
  const moments = [limits[0]! - 1, ...limits];
  return { limits, outcomes: moments.map((moment) => effectAt(instants, instantOf(moment))) };
}

export function stageAt({ limits }: Stages, at: number): number {
  let stage = 0;
  for (const limit of limits) if (at >= limit) stage += 1;
  return stage;
}

function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
