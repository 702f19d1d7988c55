import { type Temporal, type Weekday, weekdayOf } from '../../kernel/civil-time.js';
import type { RefusalCode } from './wish.js';

export type SpanRefusal = RefusalCode | 'ALREADY_IN_BASKET';

/** A day of a span that was asked for, and why it cannot be added; null when it can. */
export interface JudgedDay {
  readonly childId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
  readonly code: SpanRefusal | null;
}

export interface SpanCount {
  readonly childId: number;
  readonly prestationId: number;
  readonly added: number;
  readonly first: Temporal.PlainDate | null;
  readonly last: Temporal.PlainDate | null;
}

export interface SpanLeftOut {
  readonly childId: number;
  readonly prestationId: number;
  readonly code: SpanRefusal;
  /** In order. */
  readonly dates: readonly Temporal.PlainDate[];
}

/** Whether a date has one of the weekdays; all have when none is named. */
export function onWeekdays(date: Temporal.PlainDate, weekdays: readonly Weekday[] | null): boolean {
  return weekdays === null || weekdays.length === 0 || weekdays.includes(weekdayOf(date));
}

/** What a span gave, by child and prestation: how many days from when to when, and what was left out for which reason. */
export function spanOutcome(days: readonly JudgedDay[]): { counts: SpanCount[]; leftOut: SpanLeftOut[] } {
  const counts = new Map<string, SpanCount>();
  const leftOut = new Map<string, SpanLeftOut>();
  for (const { childId, prestationId, date, code } of days) {
    const row = `${childId}:${prestationId}`;
    const count = counts.get(row) ?? { childId, prestationId, added: 0, first: null, last: null };
    counts.set(
      row,
      code === null ? { ...count, added: count.added + 1, first: count.first ?? date, last: date } : count,
    );
    if (code === null) continue;
    const group = leftOut.get(`${row}:${code}`) ?? { childId, prestationId, code, dates: [] };
    leftOut.set(`${row}:${code}`, { ...group, dates: [...group.dates, date] });
  }
  return { counts: [...counts.values()], leftOut: [...leftOut.values()] };
}
