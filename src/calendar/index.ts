import { ClosureRow } from './data/closure.entity.js';

export * from './rules/index.js';
export { CalendarModule } from './calendar.module.js';
export { FindClosures } from './actions/find-closures.js';
export { FindCalendar } from './actions/find-calendar.js';
export { closureDeclared, closureRemoved, type ClosureToldOf } from './events.js';
export { publicHolidays, schoolHolidays } from './load-calendars.js';

export const calendarEntities = [ClosureRow];
