import { WEEKDAYS } from '../../../kernel/civil-time.js';
import { weekdayName } from '../../../kernel/french.js';
import { parseClosingHour } from './closing-hour.js';
import { momentWords } from './day-words.js';
import type { PreviousWeekday } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { ambiguous, parseWeekday } from './weekdays-field.js';

export const previousWeekday: DeadlineForm<PreviousWeekday> = {
  choice: 'le dernier de tel jour de la semaine avant',
  fields: ['weekday', 'at'],
  parse(json, field, { errors }) {
    const weekday = parseWeekday(json.weekday, `${field}.weekday`, errors);
    const at = parseClosingHour(json.at, `${field}.at`, errors, ambiguous(weekday));
    return { type: 'PREV_WEEKDAY', weekday: weekday ?? 'MO', at };
  },
  compile({ weekday, at }) {
    const day = WEEKDAYS.indexOf(weekday) + 1;
    // On that very weekday, a whole week back: strictly before.
    return (serviceDate) => ({ date: serviceDate.subtract({ days: ((serviceDate.dayOfWeek - day + 6) % 7) + 1 }), at });
  },
  phrase: ({ weekday, at }, edge) =>
    momentWords({ article: 'le', noun: `${weekdayName(weekday)} qui précède`, included: 'inclus' }, at, edge),
};
