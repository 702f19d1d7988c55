import type { Temporal } from '../../kernel/civil-time.js';
import type { CivilCalendar } from './civil-calendar.js';

/** What a person is shown of one date; `covered` false when the holidays of that date are not known. */
export interface CalendarDay {
  readonly date: Temporal.PlainDate;
  readonly covered: boolean;
  readonly publicHoliday: string | null;
  readonly schoolHoliday: string | null;
  readonly closure: string | null;
}

export function calendarDay(calendar: CivilCalendar, date: Temporal.PlainDate): CalendarDay {
  const covered = calendar.covers(date);
  return {
    date,
    covered,
    publicHoliday: covered ? calendar.publicHoliday(date) : null,
    schoolHoliday: covered ? calendar.schoolHoliday(date) : null,
    closure: calendar.closure(date),
  };
}
