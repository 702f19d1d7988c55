import { eachDate, isBefore, Temporal, weekdayOfWeek } from '../../kernel/civil-time.js';
import type { DeadlineContext } from './deadlines/deadline.js';
import { serviceDates } from './service-days.js';

/** How far a holiday, a rentrée or a change of clocks is looked for. */
const HORIZON = { months: 14 };

/**
 * The days on which a mairie should look at a rule: the days of service of the next four weeks, then those of the
 * next week with a public holiday, of the next rentrée (for a centre, of the next holidays), and of the next week that
 * starts with another clock.
 */
export function previewDates(today: Temporal.PlainDate, context: DeadlineContext): Temporal.PlainDate[] {
  const { calendar, zone } = context;
  const ahead = serviceDates({ from: today, to: today.add(HORIZON) }, context);
  const soon = today.add({ days: 28 });
  const inHolidays = (date: Temporal.PlainDate) => calendar.covers(date) && calendar.schoolHoliday(date) !== null;
  const isFerie = (date: Temporal.PlainDate) => calendar.covers(date) && calendar.publicHoliday(date) !== null;
  const special = [
    (date: Temporal.PlainDate) => weekOf(date).some(isFerie),
    (date: Temporal.PlainDate) => weekBefore(date).some((day) => inHolidays(day) !== inHolidays(date)),
    (date: Temporal.PlainDate) => offsetOf(monday(date), zone) !== offsetOf(monday(date).subtract({ days: 7 }), zone),
  ];
  const weeks = special.map((isSpecial) => {
    const first = ahead.find(isSpecial);
    return first ? ahead.filter((date) => monday(date).equals(monday(first))) : [];
  });
  const chosen = [...ahead.filter((date) => isBefore(date, soon)), ...weeks.flat()];
  const byDay = new Map(chosen.map((date) => [date.toString(), date]));
  return [...byDay.values()].sort((a, b) => Temporal.PlainDate.compare(a, b));
}

function monday(date: Temporal.PlainDate): Temporal.PlainDate {
  return weekdayOfWeek(date, 'MO');
}

function weekOf(date: Temporal.PlainDate): Temporal.PlainDate[] {
  return [...eachDate(monday(date), monday(date).add({ days: 6 }))];
}

function weekBefore(date: Temporal.PlainDate): Temporal.PlainDate[] {
  return [...eachDate(date.subtract({ days: 7 }), date.subtract({ days: 1 }))];
}

function offsetOf(date: Temporal.PlainDate, zone: string): string {
  return date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offset;
}
