import { isBefore, Temporal } from '../../kernel/civil-time.js';

/** The days that a run bills, both included. */
export interface BillingPeriod {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A day can be billed once it has come: what happens later today can be added by computing again. */
export function isOver({ to }: BillingPeriod, today: Temporal.PlainDate): boolean {
  return !isBefore(today, to);
}

/** The calendar month before the one of `today`. */
export function monthBefore(today: Temporal.PlainDate): BillingPeriod {
  const month = today.toPlainYearMonth().subtract({ months: 1 });
  return { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) };
}

/**
 * The month that a collectivité bills by itself: the one before, from its billing day (1 to 28) on; null before that
 * day, or when it has chosen none.
 */
export function monthToBill(billingDay: number | null, today: Temporal.PlainDate): BillingPeriod | null {
  return billingDay === null || today.day < billingDay ? null : monthBefore(today);
}
