import { schoolYearOf, schoolYearSpan } from '../../calendar/rules/index.js';
import type { DateSpan, Temporal } from '../../kernel/civil-time.js';

/**
 * Which late requests of a child or of a family an effect concerns, counted from 1 in a month of service, a school
 * year or an invoice (which covers a month of service): from the `from`-th on, up to the `upTo`-th. Earlier ones are a
 * grace: accepted as if they came in time. Later ones meet the next effect or, where there is none, a grace too. Late
 * bookings and late exchanges count together, late cancellations apart.
 */
export interface Counter {
  readonly per: 'CHILD' | 'FAMILY';
  readonly period: 'MONTH' | 'SCHOOL_YEAR' | 'INVOICE';
  readonly from?: number;
  readonly upTo?: number;
}

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
