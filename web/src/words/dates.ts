/** Plain dates come as `2026-11-26`: they are days, read in UTC so that no time zone moves them. */
const day = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' });
const LONG = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const PLAIN = day({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = day({ weekday: 'short', day: 'numeric', month: 'short' });
const WITHOUT_YEAR = day({ weekday: 'long', day: 'numeric', month: 'long' });
const MONTH = day({ month: 'long', year: 'numeric' });

/** « jeudi 26 novembre 2026 », « 1er » for the first. */
export const longDay = (date: string): string => first(LONG.format(utc(date)));
/** « 26 novembre 2026 », where the day of the week says nothing. */
export const plainDay = (date: string): string => first(PLAIN.format(utc(date)));
/** « jeudi 26 novembre ». */
export const dayOfYear = (date: string): string => first(WITHOUT_YEAR.format(utc(date)));
/** « jeu. 26 nov. » */
export const shortDay = (date: string): string => first(SHORT.format(utc(date)));
/** « novembre 2026 ». */
export const month = (date: string): string => MONTH.format(utc(date));

/** « jeudi 26 novembre 2026 à 9 h 00 », by the wall clock of the collectivité. */
export function moment(instant: string | number, timeZone: string): string {
  const at = new Date(instant);
  return `${first(clockOf(timeZone).date.format(at))} à ${wallTime(at, timeZone)}`;
}

/** A moment until which one may act. The midnight that ends a day is told by that day: « vendredi 27 novembre 2026 à minuit ». */
export function deadline(instant: string, timeZone: string): string {
  const at = new Date(instant);
  if (wallTime(at, timeZone) !== '0 h 00') return moment(instant, timeZone);
  return `${first(clockOf(timeZone).date.format(new Date(at.getTime() - 1)))} à minuit`;
}

/** « 8 h 30 », of `08:30` by the API. */
export function hourOf(time: string): string {
  const [hour, minute] = time.split(':');
  return `${Number(hour)} h ${minute}`;
}

/** « 9 h 00 ». */
function wallTime(at: Date, timeZone: string): string {
  const parts = clockOf(timeZone).time.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))} h ${part('minute')}`;
}

/** The day it is in the collectivité at an instant (of the API, or of `useNow`), as `2026-11-26`. */
export function dayIn(timeZone: string, instant: string | number): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(instant));
}

/** The day it is in the collectivité now. */
export const todayIn = (timeZone: string): string => dayIn(timeZone, Date.now());

/** Milliseconds from an instant of `useNow` to one of the API. */
export function until(instant: string, now: number): number {
  return Date.parse(instant) - now;
}

/** Whether what an address says is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Days after, or before. */
export function addDays(date: string, days: number): string {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const WEEKDAY_NAMES: Record<Weekday, string> = {
  MO: 'lundi',
  TU: 'mardi',
  WE: 'mercredi',
  TH: 'jeudi',
  FR: 'vendredi',
  SA: 'samedi',
  SU: 'dimanche',
};

/** Of a day, as the API names it. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(utc(date).getUTCDay() + 6) % 7] ?? 'MO';
}

/** The last day of the month of a day. */
export function endOfMonth(date: string): string {
  return addDays(`${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1);
}

/** The Monday of the week of a day. */
export function mondayOf(date: string): string {
  return addDays(date, -((utc(date).getUTCDay() + 6) % 7));
}

/** The number of the week of a day, by ISO 8601: that of its Thursday in the year. */
export function weekNumber(date: string): number {
  const thursday = utc(addDays(mondayOf(date), 3));
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
  return Math.floor(dayOfYear / 7) + 1;
}

/** « encore 3 h 12 », « encore 1 jour et 4 h », « encore 2 jours », « encore 4 min »; null once it is over. */
export function timeLeft(instant: string, now: number): string | null {
  const minutes = Math.ceil(until(instant, now) / 60_000);
  if (minutes <= 0) return null;
  if (minutes < 60) return `encore ${minutes} min`;
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days === 0) return `encore ${hours} h ${String(minutes % 60).padStart(2, '0')}`;
  if (days === 1) return `encore 1 jour${hours > 0 ? ` et ${hours} h` : ''}`;
  return `encore ${days} jours`;
}

interface WallClock {
  readonly date: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Made once for each time zone: a month of planning tells hundreds of moments. */
const clocks = new Map<string, WallClock>();

function clockOf(timeZone: string): WallClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = {
    date: new Intl.DateTimeFormat('fr-FR', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
    }),
    time: new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone }),
  };
  clocks.set(timeZone, clock);
  return clock;
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function first(text: string): string {
  return text.replace(/(^|\s)1 (?=[a-zéû])/, '$11er ');
}
