export { publicHolidays, schoolHolidays } from './load-calendars.js';
export {
  civilCalendar,
  DateOutsideCalendar,
  isSchoolDay,
  type CivilCalendar,
  type Closure,
} from './rules/civil-calendar.js';
export {
  HOLIDAY_TERRITORIES,
  SCHOOL_ZONES,
  type HolidayTerritory,
  type PublicHolidays,
  type SchoolHoliday,
  type SchoolHolidays,
  type SchoolZone,
} from './rules/holidays.js';
export { parseSchoolYear, schoolYearOf, schoolYearSpan, type SchoolYear } from './rules/school-year.js';
