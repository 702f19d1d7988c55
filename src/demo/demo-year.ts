import { schoolHolidays, type SchoolYear, schoolYearOf, schoolYearSpan } from '../calendar/index.js';
import { dateIn, isBefore, Temporal, wallClock } from '../kernel/civil-time.js';

const ZONE = 'Europe/Paris';

export interface DemoYear {
  readonly from: Temporal.PlainDate;
  /** Last day played: today, or the last day of class that the calendars know. */
  readonly to: Temporal.PlainDate;
  /** Nothing is played later than this: what is served afterwards has its future before it. */
  readonly until: Temporal.Instant;
  /** Last day for which sessions are planned. */
  readonly end: Temporal.PlainDate;
}

/**
 * The school year to play. Two whole months must be over for two billing runs, so at the start of a school year the
 * one before is played as well.
 */
export function demoYear(now: Temporal.Instant): DemoYear {
  const today = dateIn(ZONE, now);
  const lastKnown = lastDayOfClass(schoolHolidays('C').coveredSchoolYears.at(-1)!);
  const to = isBefore(lastKnown, today) ? lastKnown : today;
  const { from } = schoolYearSpan(schoolYearOf(to));
  const twoMonthsOver = !isBefore(to, from.add({ months: 2, days: 3 }));
  return {
    from: twoMonthsOver ? from : from.subtract({ years: 1 }),
    to,
    until: isBefore(to, today) ? wallClock(to, '24:00', ZONE) : now,
    end: lastDayOfClass(schoolYearOf(to)),
  };
}

/** Whether that hour of Paris belongs to what is played. */
export function isPlayed({ until }: Pick<DemoYear, 'until'>, date: Temporal.PlainDate, time: string): boolean {
  return Temporal.Instant.compare(wallClock(date, time, ZONE), until) <= 0;
}

function lastDayOfClass(year: SchoolYear): Temporal.PlainDate {
  return schoolYearSpan(year).to.with({ month: 7, day: 2 });
}
