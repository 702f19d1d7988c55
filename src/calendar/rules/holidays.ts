import type { Temporal } from '../../kernel/civil-time.js';
import type { HolidayTerritory, SchoolZone } from '../../kernel/french-calendars.js';
import type { SchoolYear } from './school-year.js';

export {
  HOLIDAY_TERRITORIES,
  SCHOOL_ZONES,
  type HolidayTerritory,
  type SchoolZone,
} from '../../kernel/french-calendars.js';

/** Days without class: from `from` (included) to `resumes` (excluded: class resumes that morning). */
export interface SchoolHoliday {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  readonly resumes: Temporal.PlainDate;
}

/** What is known of one zone. Nothing can be said of a date outside `coveredSchoolYears`. */
export interface SchoolHolidays {
  readonly zone: SchoolZone;
  readonly coveredSchoolYears: readonly SchoolYear[];
  /** In the order of time, without overlap. */
  readonly holidays: readonly SchoolHoliday[];
}

/** What is known of one territory. Nothing can be said of a date outside the years, both included. */
export interface PublicHolidays {
  readonly territory: HolidayTerritory;
  readonly firstYear: number;
  readonly lastYear: number;
  /** French name by date (`YYYY-MM-DD`). */
  readonly names: ReadonlyMap<string, string>;
}
