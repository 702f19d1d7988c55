import type { CivilCalendar } from '../../calendar/rules/index.js';
import { eachDate, type Temporal, type Weekday, weekdayOf } from '../../kernel/civil-time.js';

/** When in the year a prestation runs: canteen on school days, centre de loisirs in the holidays, or both. */
export const RUNS_ON = ['SCHOOL_DAYS', 'HOLIDAYS', 'BOTH'] as const;
export type RunsOn = (typeof RUNS_ON)[number];

/**
 * Whether a date is a day of service of the prestation: one of its weekdays, not a public holiday, on its side of
 * the school holidays. Closures by the mairie do not change it: a strike declared today must not bring forward
 * deadlines that families were told. The predicate throws DateOutsideCalendar.
 */
export function serviceDays(prestation: {
  readonly weekdays: readonly Weekday[];
  readonly runsOn: RunsOn;
  readonly calendar: CivilCalendar;
}): (date: Temporal.PlainDate) => boolean {
  const { weekdays, runsOn, calendar } = prestation;
  return (date) =>
    weekdays.includes(weekdayOf(date)) &&
    calendar.publicHoliday(date) === null &&
    (runsOn === 'BOTH' || (runsOn === 'HOLIDAYS') === (calendar.schoolHoliday(date) !== null));
}

/** The days of service from `from` to `to`, both included, as far as the calendar reaches. */
export function serviceDates(
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  { isServiceDay, calendar }: { isServiceDay: (date: Temporal.PlainDate) => boolean; calendar: CivilCalendar },
): Temporal.PlainDate[] {
  return [...eachDate(span.from, span.to)].filter((date) => calendar.covers(date) && isServiceDay(date));
}
