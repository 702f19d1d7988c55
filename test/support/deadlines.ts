import { civilCalendar, type HolidayTerritory } from '../../src/calendar/rules/index.js';
import type { SchoolZone } from '../../src/kernel/french-calendars.js';
import { Temporal, type Weekday } from '../../src/kernel/civil-time.js';
import type { Deadline, DeadlineContext } from '../../src/reglement/rules/deadlines/deadline.js';
import { closesAt, opensAt } from '../../src/reglement/rules/deadlines/compile-deadline.js';
import { parseDeadline } from '../../src/reglement/rules/deadlines/parse-deadline.js';
import { type RunsOn, serviceDays } from '../../src/reglement/rules/service-days.js';
import { publicHolidays, schoolHolidays } from './calendars.js';

export const date = (text: string) => Temporal.PlainDate.from(text);
export const instant = (text: string) => Temporal.Instant.from(text);

export interface Place {
  readonly zone?: string;
  readonly schoolZone?: SchoolZone;
  readonly territory?: HolidayTerritory;
  readonly weekdays?: readonly Weekday[];
  readonly runsOn?: RunsOn;
  readonly closed?: readonly string[];
}

/** A commune of metropolitan France in school zone A with a four-day week, unless told; works close it on two days. */
export function contextOf({
  zone = 'Europe/Paris',
  schoolZone = 'A',
  territory = 'metropole',
  weekdays = ['MO', 'TU', 'TH', 'FR'],
  runsOn = 'SCHOOL_DAYS',
  closed = ['2026-11-26', '2026-11-27'],
}: Place = {}): DeadlineContext {
  const calendar = civilCalendar({
    schoolHolidays: schoolHolidays(schoolZone),
    publicHolidays: publicHolidays(territory),
    closures: closed.map((day) => ({ from: date(day), to: date(day), reason: 'Travaux', siteId: null })),
    siteId: null,
  });
  return { zone, calendar, isServiceDay: serviceDays({ weekdays, runsOn, calendar }) };
}

/** A rule that is known to be well written. */
export function ruleOf(json: unknown): Deadline {
  const parsed = parseDeadline(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.deadline;
}

/** `2026-11-27T09:00+01:00`: what the clock of the commune shows; null without limit. */
export function closingOn(rule: Deadline, day: string, context: DeadlineContext): string | null {
  return onTheWall(closesAt(rule, date(day), context), context.zone);
}

export function openingOn(rule: Deadline, day: string, context: DeadlineContext): string | null {
  return onTheWall(opensAt(rule, date(day), context), context.zone);
}

function onTheWall(at: Temporal.Instant | null, zone: string): string | null {
  if (at === null) return null;
  const local = at.toZonedDateTimeISO(zone);
  return `${local.toPlainDateTime().toString({ smallestUnit: 'minute' })}${local.offset}`;
}
