import type { Temporal } from '../../kernel/civil-time.js';

/** Dates as whole numbers in the same order, 20261126: what is compared by the million is compared as numbers. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return (year * 100 + month) * 100 + day;
}
