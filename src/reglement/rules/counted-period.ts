import { schoolYearOf, schoolYearSpan } from '../../calendar/rules/index.js';
import type { DateSpan, Temporal } from '../../kernel/civil-time.js';
import type { Counter } from './policy/booking-policy.js';

/**
 * The days of service among which the times of a counter are counted, for late requests and for prices alike. An
 * invoice covers a month of service, whatever the days of the run that bills it: a family is told what being late costs
 * when it books, long before that run.
 */
export function countedPeriod(
  { period }: Pick<Counter, 'period'>,
  date: Temporal.PlainDate,
): DateSpan & { readonly to: Temporal.PlainDate } {
  if (period === 'SCHOOL_YEAR') return schoolYearSpan(schoolYearOf(date));
  return { from: date.with({ day: 1 }), to: date.with({ day: date.daysInMonth }) };
}
