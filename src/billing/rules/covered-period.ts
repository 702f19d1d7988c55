import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { BillingPeriod } from './billing-period.js';

/** The first day of a period that none of these runs billed; null where all of its days were. */
export function firstUnbilled(period: BillingPeriod, runs: readonly BillingPeriod[]): Temporal.PlainDate | null {
  let day = period.from;
  while (!isBefore(period.to, day)) {
    const run = runs.find(({ from, to }) => !isBefore(day, from) && !isBefore(to, day));
    if (!run) return day;
    day = run.to.add({ days: 1 });
  }
  return null;
}
