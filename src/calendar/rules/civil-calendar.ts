import { eachDate, spanHolds, type DateSpan, type Temporal } from '../../kernel/civil-time.js';
import type { PublicHolidays, SchoolHoliday, SchoolHolidays } from './holidays.js';
import { schoolYearOf, type SchoolYear } from './school-year.js';

/** Days on which the mairie closes a site, or all of them when `siteId` is null; both dates included. */
export interface Closure extends DateSpan {
  readonly reason: string;
  readonly siteId: number | null;
}

/** The days of one site, as everything that plans or counts days reads them. Answers are French names. */
export interface CivilCalendar {
  readonly coveredSchoolYears: readonly SchoolYear[];
  /** Whether holidays are known for that date; asking for the holidays of another one throws DateOutsideCalendar. */
  covers(date: Temporal.PlainDate): boolean;
  publicHoliday(date: Temporal.PlainDate): string | null;
  schoolHoliday(date: Temporal.PlainDate): string | null;
  /** Why the site is closed by the mairie that day. Closures are known for any date. */
  closure(date: Temporal.PlainDate): string | null;
}

/** Thrown rather than answering « no holiday » about a date that the calendar data does not reach. */
export class DateOutsideCalendar extends RangeError {
  constructor(
    readonly date: Temporal.PlainDate,
    known: string,
  ) {
    super(`the calendar data does not reach ${date.toString()} (known: ${known})`);
    this.name = 'DateOutsideCalendar';
  }
}

/** Spelt once for each list: the calendars are loaded once, and every request asks for one. */
const spelt = new WeakMap<readonly SchoolHoliday[], ReadonlyMap<string, string>>();

/** The name of the holidays by each of their dates (`YYYY-MM-DD`). */
function dayByDay(holidays: readonly SchoolHoliday[]): ReadonlyMap<string, string> {
  const known = spelt.get(holidays);
  if (known) return known;
  const names = new Map<string, string>();
  for (const { name, from, resumes } of holidays)
    for (const date of eachDate(from, resumes.subtract({ days: 1 }))) names.set(date.toString(), name);
  spelt.set(holidays, names);
  return names;
}

/** The calendar of a site; with `siteId` null, that of the whole commune, where only common closures count. */
export function civilCalendar(known: {
  readonly schoolHolidays: SchoolHolidays;
  readonly publicHolidays: PublicHolidays;
  readonly closures: readonly Closure[];
  readonly siteId: number | null;
}): CivilCalendar {
  const { publicHolidays, schoolHolidays } = known;
  const schoolYears = new Set<SchoolYear>(schoolHolidays.coveredSchoolYears);
  const daysWithoutClass = dayByDay(schoolHolidays.holidays);
  const closures = known.closures.filter(({ siteId }) => siteId === null || siteId === known.siteId);

  const knowsPublic = (date: Temporal.PlainDate) =>
    date.year >= publicHolidays.firstYear && date.year <= publicHolidays.lastYear;
  const knowsSchool = (date: Temporal.PlainDate) => schoolYears.has(schoolYearOf(date));

  return {
    coveredSchoolYears: schoolHolidays.coveredSchoolYears,
    covers: (date) => knowsPublic(date) && knowsSchool(date),
    publicHoliday(date) {
      if (!knowsPublic(date))
        throw new DateOutsideCalendar(date, `${publicHolidays.firstYear} to ${publicHolidays.lastYear}`);
      return publicHolidays.names.get(date.toString()) ?? null;
    },
    schoolHoliday(date) {
      if (!knowsSchool(date)) throw new DateOutsideCalendar(date, schoolHolidays.coveredSchoolYears.join(', '));
      return daysWithoutClass.get(date.toString()) ?? null;
    },
    closure: (date) => closures.find((closure) => spanHolds(closure, date))?.reason ?? null,
  };
}
