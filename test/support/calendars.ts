/** The calendars of config/calendars, for tables of rules: they load nothing of the room but its files. */
export { publicHolidays, schoolHolidays } from '../../src/calendar/load-calendars.js';
