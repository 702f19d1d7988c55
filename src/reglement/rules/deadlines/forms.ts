import { batch } from './batch.js';
import { earliestOf, latestOf } from './combined.js';
import { dayOfMonth } from './day-of-month.js';
import { daysBefore } from './days-before.js';
import { daysFrancs } from './days-francs.js';
import type { Deadline, DeadlineType } from './deadline.js';
import { fixedDates } from './fixed-dates.js';
import type { DeadlineForm } from './form.js';
import { noLimit } from './no-limit.js';
import { previousWeekday } from './previous-weekday.js';
import { weekdayOfAWeek } from './weekday-of-week.js';

/** Every form of the language. A new one is a file, its type in `deadline.ts`, and a line here. */
export const FORMS: { readonly [Type in DeadlineType]: DeadlineForm<Extract<Deadline, { type: Type }>> } = {
  DAYS_BEFORE: daysBefore,
  WEEKDAY_OF_WEEK: weekdayOfAWeek,
  PREV_WEEKDAY: previousWeekday,
  BATCH: batch,
  DAYS_FRANCS_BEFORE: daysFrancs,
  DAY_OF_MONTH: dayOfMonth,
  FIXED_DATES: fixedDates,
  NONE: noLimit,
  MIN_OF: earliestOf,
  MAX_OF: latestOf,
};

export function isDeadlineType(type: unknown): type is DeadlineType {
  return typeof type === 'string' && Object.hasOwn(FORMS, type);
}

/** The form of a type, which then gets only deadlines of that type. */
export function formOf(type: DeadlineType): DeadlineForm<Deadline> {
  return FORMS[type];
}
