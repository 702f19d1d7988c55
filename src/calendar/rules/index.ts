export { civilCalendar, DateOutsideCalendar, type CivilCalendar } from './civil-calendar.js';
export { type HolidayTerritory } from './holidays.js';
export { periodsOf, schoolPeriod } from './school-period.js';
export { parseSchoolYear, schoolYearOf, schoolYearSpan, type SchoolYear } from './school-year.js';
