import { Temporal } from '../../../kernel/civil-time.js';
import { NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import type { CountingDays } from './counting-unit.js';
import { type DaysBefore, daysBeforeClosesAt, daysBeforePhrase, parseDaysBefore } from './days-before.js';
import { isJsonObject } from './json-object.js';
import {
  parseWeekdayOfWeek,
  type WeekdayOfWeek,
  weekdayOfWeekClosesAt,
  weekdayOfWeekPhrase,
} from './weekday-of-week.js';

/** When a règlement stops accepting requests for a day of service. One file per form beside this one. */
export type Deadline = DaysBefore | WeekdayOfWeek;

/** What a deadline limits: booking and giving up a booking each have their own. */
export type DeadlineOperation = 'ADD' | 'CANCEL';

/** What the mairie's calendar and the prestation add to a rule. */
export interface DeadlineContext extends CountingDays {
  /** IANA zone of the collectivité: rules speak of the hour on the wall there. */
  readonly zone: string;
}

/**
 * Reads a rule as the règlement editor sends it. `field` is the path of the rule in the request, and starts the
 * path of each error.
 */
export function parseDeadline(
  json: unknown,
  field = 'deadline',
): { readonly deadline: Deadline } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const deadline = parseForm(json, field, errors);
  return deadline && errors.length === 0 ? { deadline } : { errors };
}

function parseForm(json: unknown, field: string, errors: FieldError[]): Deadline | null {
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: 'Décrivez le délai, par exemple { "type": "DAYS_BEFORE", "n": 1, "unit": "OUVRE", "at": "09:00" }.',
    });
    return null;
  }
  switch (json.type) {
    case 'DAYS_BEFORE':
      return parseDaysBefore(json, field, errors);
    case 'WEEKDAY_OF_WEEK':
      return parseWeekdayOfWeek(json, field, errors);
    default:
      errors.push({
        field: `${field}.type`,
        message: `Choisissez la forme du délai${NBSP}: DAYS_BEFORE (un nombre de jours avant) ou WEEKDAY_OF_WEEK (un jour d’une semaine précédente).`,
      });
      return null;
  }
}

/**
 * The first refused instant for a day of service. Throws DateOutsideCalendar when the rule counts days whose
 * holidays are not known.
 */
export function closesAt(
  deadline: Deadline,
  serviceDate: Temporal.PlainDate,
  context: DeadlineContext,
): Temporal.Instant {
  switch (deadline.type) {
    case 'DAYS_BEFORE':
      return daysBeforeClosesAt(deadline, serviceDate, context);
    case 'WEEKDAY_OF_WEEK':
      return weekdayOfWeekClosesAt(deadline, serviceDate, context);
  }
}

/** Accepted if and only if `now` is before the closing instant, to the second and beyond. */
export function isOpen(now: Temporal.Instant, closes: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, closes) < 0;
}

/** The rule in one French sentence, the only text of it that families read. */
export function deadlineSentence(deadline: Deadline, operation: DeadlineOperation): string {
  return `${operation === 'ADD' ? 'Réservation' : 'Annulation'} possible jusqu’${phrase(deadline)}.`;
}

function phrase(deadline: Deadline): string {
  switch (deadline.type) {
    case 'DAYS_BEFORE':
      return daysBeforePhrase(deadline);
    case 'WEEKDAY_OF_WEEK':
      return weekdayOfWeekPhrase(deadline);
  }
}
