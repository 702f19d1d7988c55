import type { DateSpan, Temporal } from '../../kernel/civil-time.js';
import { foldedText } from '../../kernel/folded-text.js';
import type { SchoolHoliday, SchoolHolidays } from './holidays.js';
import { type SchoolYear, schoolYearOf } from './school-year.js';

/** The holidays that begin in a school year; the summer is at its end. */
export function periodsOf({ holidays }: SchoolHolidays, year: SchoolYear): SchoolHoliday[] {
  const own = holidays.filter(({ from }) => schoolYearOf(from) === year);
  // The calendar may begin with the last days of an earlier summer: the name is for the one to come.
  return own.filter(({ name }, index) => own.findLastIndex((later) => later.name === name) === index);
}

/**
 * The days without class of « Vacances de la Toussaint », from the first to the last, both included; the name is read
 * without case and accents. Null where the calendar of that year names nothing so.
 */
export function schoolPeriod(
  holidays: SchoolHolidays,
  wanted: { readonly name: string; readonly schoolYear: SchoolYear },
): (DateSpan & { readonly to: Temporal.PlainDate }) | null {
  const name = foldedText(wanted.name);
  const period = periodsOf(holidays, wanted.schoolYear).find((one) => foldedText(one.name) === name);
  return period ? { from: period.from, to: period.resumes.subtract({ days: 1 }) } : null;
}
