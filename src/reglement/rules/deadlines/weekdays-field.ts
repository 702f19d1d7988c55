import { type Weekday, WEEKDAYS } from '../../../kernel/civil-time.js';
import { weekdayName } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';

export function parseWeekday(json: unknown, field: string, errors: FieldError[]): Weekday | null {
  const weekday = WEEKDAYS.find((known) => known === json);
  if (!weekday) errors.push({ field, message: 'Choisissez le jour de la semaine parmi MO, TU, WE, TH, FR, SA et SU.' });
  return weekday ?? null;
}

/** The weekday before: Sunday before Monday. */
export function eveOf(weekday: Weekday): Weekday {
  return WEEKDAYS[(WEEKDAYS.indexOf(weekday) + WEEKDAYS.length - 1) % WEEKDAYS.length]!;
}

/** The weekday after: Monday after Sunday. */
export function morrowOf(weekday: Weekday): Weekday {
  return WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 1) % WEEKDAYS.length]!;
}

/** The two ways to understand « avant le jeudi ». */
export function ambiguous(weekday: Weekday | null) {
  return weekday ? { day: `le ${weekdayName(weekday)}`, eve: `le ${weekdayName(eveOf(weekday))}` } : undefined;
}
