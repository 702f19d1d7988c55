import { ClosureRow } from './data/closure.entity.js';

export { CalendarModule } from './calendar.module.js';
export { ClosureRow };
export { FindCalendar } from './actions/find-calendar.js';
export { FindClosures } from './actions/find-closures.js';
export { type ClosureAuthor, DeclareClosure, type NewClosure } from './actions/declare-closure.js';
export { RemoveClosure } from './actions/remove-closure.js';
export { closureDeclared, closureRemoved, type ClosureToldOf } from './events.js';
export { calendarProblems } from './problems.js';
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

export const calendarEntities = [ClosureRow];
