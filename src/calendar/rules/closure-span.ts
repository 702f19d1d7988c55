import { isBefore, type Temporal } from '../../kernel/civil-time.js';

export interface Dates {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Whether dates are in order and hold at most `days` days, both ends included. */
export function isSpanOf({ from, to }: Dates, days: number): boolean {
  return !isBefore(to, from) && from.until(to).days < days;
}

/**
 * Whether a closure may still be declared or removed. Once its first day is over, meals were ordered and children
 * came or not: only an administrator rewrites that.
 */
export function mayTouchClosure(
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
  isAdministrator: boolean,
): boolean {
  return isAdministrator || !isBefore(from, today);
}
