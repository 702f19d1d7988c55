import { ClosureRow } from './data/closure.entity.js';

export { CalendarModule } from './calendar.module.js';
export { FindCalendar } from './actions/find-calendar.js';
export { closureDeclared, closureRemoved, type ClosureToldOf } from './events.js';
export { publicHolidays, schoolHolidays } from './load-calendars.js';
export { civilCalendar, DateOutsideCalendar, type CivilCalendar } from './rules/civil-calendar.js';
export { type HolidayTerritory } from './rules/holidays.js';
export { periodsOf, schoolPeriod } from './rules/school-period.js';
export { parseSchoolYear, schoolYearOf, schoolYearSpan, type SchoolYear } from './rules/school-year.js';

export const calendarEntities = [ClosureRow];
