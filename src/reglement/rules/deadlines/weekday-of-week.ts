import { type Temporal, wallClock, type Weekday, WEEKDAYS, weekdayOfWeek } from '../../../kernel/civil-time.js';
import { weekdayName } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { type ClosingHour, closingPhrase, parseClosingHour } from './closing-hour.js';
import { parseWholeNumber, refuseUnknownFields } from './json-object.js';

/** « le jeudi de la semaine précédente »: weeks are ISO weeks, which start on Monday; 0 is the week of the service. */
export interface WeekdayOfWeek {
  readonly type: 'WEEKDAY_OF_WEEK';
  readonly weeksBack: number;
  readonly weekday: Weekday;
  readonly at: ClosingHour;
}

const MAX_WEEKS = 52;

export function parseWeekdayOfWeek(json: Record<string, unknown>, field: string, errors: FieldError[]): WeekdayOfWeek {
  refuseUnknownFields(json, ['type', 'weeksBack', 'weekday', 'at'], field, errors);
  return {
    type: 'WEEKDAY_OF_WEEK',
    weeksBack: parseWholeNumber(
      json.weeksBack,
      { field: `${field}.weeksBack`, what: 'le nombre de semaines (0 pour la semaine même)', min: 0, max: MAX_WEEKS },
      errors,
    ),
    weekday: parseWeekday(json.weekday, `${field}.weekday`, errors),
    at: parseClosingHour(json.at, `${field}.at`, errors),
  };
}

function parseWeekday(json: unknown, field: string, errors: FieldError[]): Weekday {
  const weekday = WEEKDAYS.find((known) => known === json);
  if (!weekday) errors.push({ field, message: 'Choisissez le jour de la semaine parmi MO, TU, WE, TH, FR, SA et SU.' });
  return weekday ?? 'MO';
}

export function weekdayOfWeekClosesAt(
  { weeksBack, weekday, at }: WeekdayOfWeek,
  serviceDate: Temporal.PlainDate,
  { zone }: { readonly zone: string },
): Temporal.Instant {
  return wallClock(weekdayOfWeek(serviceDate, weekday, -weeksBack), at, zone);
}

/** « au jeudi de la semaine précédente, avant 12 h 00 »: follows « jusqu’ ». */
export function weekdayOfWeekPhrase({ weeksBack, weekday, at }: WeekdayOfWeek): string {
  if (at === '00:00') {
    const [weeks, eve] =
      weekday === 'MO' ? [weeksBack + 1, 'SU' as const] : [weeksBack, WEEKDAYS[WEEKDAYS.indexOf(weekday) - 1]!];
    return weekdayOfWeekPhrase({ type: 'WEEKDAY_OF_WEEK', weeksBack: weeks, weekday: eve, at: '24:00' });
  }
  return `au ${weekdayName(weekday)} ${weekWords(weeksBack)}${closingPhrase(at)}`;
}

function weekWords(weeksBack: number): string {
  if (weeksBack === 0) return 'de la même semaine';
  if (weeksBack === 1) return 'de la semaine précédente';
  return `de la ${weeksBack}e semaine qui précède`;
}
