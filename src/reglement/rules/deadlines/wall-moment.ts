import { Temporal } from '../../../kernel/civil-time.js';
import type { ClosingHour } from './closing-hour.js';

/** A moment as people read it on the wall: a date and an hour, `24:00` being the end of that date. */
export interface WallMoment {
  readonly date: Temporal.PlainDate;
  readonly at: ClosingHour;
}

/** When a deadline ends for a day of service; null without limit. */
export type MomentOf = (serviceDate: Temporal.PlainDate) => WallMoment | null;

/** Thrown when a rule says nothing about a day of service. `reason` is one French sentence for the mairie. */
export class DeadlineNotDefined extends RangeError {
  constructor(
    readonly date: Temporal.PlainDate,
    readonly reason: string,
  ) {
    super(`no deadline for ${date.toString()}: ${reason}`);
    this.name = 'DeadlineNotDefined';
  }
}

/** Remembers what is computed for a date: civil arithmetic is slow, and the same days come back for each child. */
export function rememberedByDate<Value>(
  compute: (date: Temporal.PlainDate) => Value,
): (date: Temporal.PlainDate) => Value {
  const known = new Map<number, Value>();
  return (date) => {
    const key = date.year * 512 + date.month * 32 + date.day;
    let value = known.get(key);
    if (value === undefined) {
      value = compute(date);
      known.set(key, value);
    }
    return value;
  };
}

/** The nearest date from `start` backwards, itself included, that `suits`; null when none does in `farthest` days. */
export function lastDateThat(
  suits: (date: Temporal.PlainDate) => boolean,
  start: Temporal.PlainDate,
  farthest: number,
): Temporal.PlainDate | null {
  let date = start;
  for (let walked = 0; walked < farthest; walked += 1) {
    if (suits(date)) return date;
    date = date.subtract({ days: 1 });
  }
  return null;
}
