import type { Cents } from './money.js';
import { Temporal, type Weekday } from './civil-time.js';

/** No-break space (before : ; ! ? and around « ») and its narrow form (between thousands). */
export const NBSP = '\u00a0';
const NARROW = '\u202f';

const LONG_DATE = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const PLAIN_DATE = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const WEEKDAY_NAMES: Record<Weekday, string> = {
  MO: 'lundi',
  TU: 'mardi',
  WE: 'mercredi',
  TH: 'jeudi',
  FR: 'vendredi',
  SA: 'samedi',
  SU: 'dimanche',
};

export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday];
}

/** « jeudi 26 novembre 2026 », « mardi 1er décembre 2026 ». */
export function longDate(date: Temporal.PlainDate): string {
  return withFirst(LONG_DATE.format(utcMidnight(date)));
}

/** « 26 novembre 2026 ». */
export function plainDate(date: Temporal.PlainDate): string {
  return withFirst(PLAIN_DATE.format(utcMidnight(date)));
}

/** « novembre 2026 ». */
export function monthName(month: Temporal.PlainYearMonth): string {
  return MONTH.format(utcMidnight(month.toPlainDate({ day: 1 })));
}

/** « 26/11/2026 ». */
export function shortDate(date: Temporal.PlainDate): string {
  return `${String(date.day).padStart(2, '0')}/${String(date.month).padStart(2, '0')}/${date.year}`;
}

/** « 9 h 00 ». */
export function hour(time: { readonly hour: number; readonly minute: number }): string {
  return `${time.hour}${NBSP}h${NBSP}${String(time.minute).padStart(2, '0')}`;
}

/** « jeudi 26 novembre 2026 à 9 h 00 », on the wall clock of `zone`. */
export function longInstant(instant: Temporal.Instant, zone: string): string {
  const local = instant.toZonedDateTimeISO(zone);
  return `${longDate(local.toPlainDate())} à ${hour(local)}`;
}

/** « 1 234,50 € ». */
export function euros(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, NARROW);
  return `${amount < 0 ? '−' : ''}${whole},${digits.slice(-2)}${NBSP}€`;
}

/** « 642,5 »: hundredths with a comma, without useless zeros. */
export function hundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, NARROW);
  const rest = digits.slice(-2).replace(/0+$/, '');
  return `${value < 0 ? '−' : ''}${whole}${rest && `,${rest}`}`;
}

/** « lundi, mardi et jeudi »; « maladie ou accident », where one is enough. */
export function enumeration(words: readonly string[], last: 'et' | 'ou' = 'et'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A French sentence typed with ordinary spaces, with no-break ones before : ; ! ? » and after « and n°. */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) |(?<=\bn°) /g, NBSP);
}

/** A text with ordinary spaces only, as one types it to look for it; what is shown is typeset. */
export function withOrdinarySpaces(text: string): string {
  return text.replace(new RegExp(`[${NBSP}${NARROW}]`, 'g'), ' ');
}

/** « 1 jour », « 3 jours »: in French, plural starts at two. */
export function counted(count: number, singular: string, plural: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, NARROW)}${NBSP}${count < 2 ? singular : plural}`;
}

function utcMidnight(date: Temporal.PlainDate): number {
  return date.toZonedDateTime('UTC').epochMilliseconds;
}

function withFirst(text: string): string {
  return text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
}
