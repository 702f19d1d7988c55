import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** Days of the week in the order of ISO 8601: the week starts on Monday. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1]!;
}

/** The date of a weekday in the ISO week that holds `date`, `weeks` weeks later (negative: earlier). */
export function weekdayOfWeek(date: Temporal.PlainDate, weekday: Weekday, weeks = 0): Temporal.PlainDate {
  return date.add({ days: WEEKDAYS.indexOf(weekday) + 1 - date.dayOfWeek + 7 * weeks });
}

/** ISO week number parity, as communes write it for shared custody: « semaines paires » are the even weeks. */
export function isEvenWeek(date: Temporal.PlainDate): boolean {
  return date.weekOfYear! % 2 === 0;
}

/**
 * The instant at which a wall clock of `zone` shows `at` on `date`. `at` is `HH:MM`; `24:00` is the end of the
 * day, that is 00:00 of the next one. An hour skipped by the spring change moves forward by the gap, an hour
 * doubled by the autumn change means the earlier one (Temporal's "compatible" rule).
 * Throws RangeError on an impossible hour.
 */
export function wallClock(date: Temporal.PlainDate, at: string, zone: string): Temporal.Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(at))
    throw new RangeError(`« ${at} » is not an hour between 00:00 and 24:00`);
  const [day, time] = at === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, at];
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

/** The date that a wall clock of `zone` shows at an instant. */
export function dateIn(zone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** Dates from `from` to `to`, both included; `to` null means without end. */
export interface DateSpan {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
}

export function spanHolds(span: DateSpan, date: Temporal.PlainDate): boolean {
  return !isBefore(date, span.from) && (span.to === null || !isBefore(span.to, date));
}

export function spansOverlap(a: DateSpan, b: DateSpan): boolean {
  return (b.to === null || !isBefore(b.to, a.from)) && (a.to === null || !isBefore(a.to, b.from));
}

/** The last date, from another on, to which the same spans hold as on that one; null when nothing changes any more. */
export function lastAlike(spans: Iterable<DateSpan>, date: Temporal.PlainDate): Temporal.PlainDate | null {
  let last: Temporal.PlainDate | null = null;
  for (const { from, to } of spans)
    if (isBefore(date, from)) {
      if (last === null || !isBefore(last, from)) last = from.subtract({ days: 1 });
    } else if (to !== null && !isBefore(to, date) && (last === null || isBefore(to, last))) last = to;
  return last;
}

export function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

/** Age in whole years on a date: a child of 29 February is a year older on 1 March. Negative before the birth. */
export function ageOn(birthDate: Temporal.PlainDate, date: Temporal.PlainDate): number {
  const hadBirthday = date.month > birthDate.month || (date.month === birthDate.month && date.day >= birthDate.day);
  return date.year - birthDate.year - (hadBirthday ? 0 : 1);
}

/** Each date from `from` to `to`, both included; none when `to` is earlier. */
export function* eachDate(from: Temporal.PlainDate, to: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let date = from; !isBefore(to, date); date = date.add({ days: 1 })) yield date;
}

/** Days of the week as a row keeps them, `MO,TU,TH,FR`, in the order of the week. */
export function weekdaysText(weekdays: readonly Weekday[]): string {
  return WEEKDAYS.filter((weekday) => weekdays.includes(weekday)).join(',');
}

/** The days of such a text. */
export function weekdaysIn(text: string): Weekday[] {
  const kept = text.split(',');
  return WEEKDAYS.filter((weekday) => kept.includes(weekday));
}
