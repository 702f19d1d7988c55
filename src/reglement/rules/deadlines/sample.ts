import { DateOutsideCalendar } from '../../../calendar/rules/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import type { CompiledDeadline } from './compile-deadline.js';
import type { DeadlineContext } from './deadline.js';
import { DeadlineNotDefined, type WallMoment } from './wall-moment.js';

/** A prestation on real days, by which a rule is judged. */
export interface SampledService {
  /** Days of service to try. */
  readonly dates: readonly Temporal.PlainDate[];
  /** `HH:MM`; where unknown, the end of the service, or else of the day. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly context: DeadlineContext;
}

/** What a rule gives on one day. */
export interface Sample {
  readonly date: Temporal.PlainDate;
  readonly wall: WallMoment;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant | null;
}

/** The days on which a rule has a limit that can be computed; the others are told of by what asked for them. */
export function samplesOf(compiled: CompiledDeadline, dates: readonly Temporal.PlainDate[]): Sample[] {
  return dates.flatMap((date) => {
    const closing = orNull(() => {
      const [wall, closesAt] = [compiled.closesOnWall(date), compiled.closesAt(date)];
      return wall && closesAt && { wall, closesAt };
    });
    return closing ? [{ date, ...closing, opensAt: orNull(() => compiled.opensAt(date)) }] : [];
  });
}

/** Null where a rule says nothing about a day or needs holidays that are not known. */
export function orNull<Value>(compute: () => Value | null): Value | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DateOutsideCalendar || error instanceof DeadlineNotDefined) return null;
    throw error;
  }
}
