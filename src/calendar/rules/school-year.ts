import { Temporal, type DateSpan } from '../../kernel/civil-time.js';

/** A school year by its two civil years: « 2026-2027 » runs from 1 September 2026 to 31 August 2027. */
export type SchoolYear = `${number}-${number}`;

/** The school year that holds a date. Code de l'éducation, article L521-1: it starts in September. */
export function schoolYearOf(date: Temporal.PlainDate): SchoolYear {
  const start = date.month >= 9 ? date.year : date.year - 1;
  return `${start}-${start + 1}`;
}

/** The school year written « 2026-2027 »; null when the text is anything else, such as « 2026-2028 ». */
export function parseSchoolYear(text: string): SchoolYear | null {
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(text) ?? [];
  return first && Number(second) === Number(first) + 1 ? `${Number(first)}-${Number(second)}` : null;
}

/** From 1 September to 31 August, both included. */
export function schoolYearSpan(year: SchoolYear): DateSpan & { readonly to: Temporal.PlainDate } {
  const start = Number(year.slice(0, 4));
  return { from: new Temporal.PlainDate(start, 9, 1), to: new Temporal.PlainDate(start + 1, 8, 31) };
}
