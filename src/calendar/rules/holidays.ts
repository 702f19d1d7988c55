import type { Temporal } from '../../kernel/civil-time.js';
import type { SchoolYear } from './school-year.js';

/** Zones of the national school calendar (Code de l'éducation, article D521-1). */
export const SCHOOL_ZONES = ['A', 'B', 'C'] as const;
export type SchoolZone = (typeof SCHOOL_ZONES)[number];

/** The places of France whose public holidays differ. */
export const HOLIDAY_TERRITORIES = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-martin',
  'saint-barthelemy',
  'nouvelle-caledonie',
  'polynesie-francaise',
  'wallis-et-futuna',
  'saint-pierre-et-miquelon',
] as const;
export type HolidayTerritory = (typeof HOLIDAY_TERRITORIES)[number];

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
