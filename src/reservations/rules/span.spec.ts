import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { onWeekdays, spanOutcome } from './span.js';

const date = (text: string) => Temporal.PlainDate.from(text);

describe('a span put in the basket', () => {
  it('keeps the weekdays that were named, all when none was', () => {
    expect(onWeekdays(date('2026-11-26'), ['TH'])).toBe(true);
    expect(onWeekdays(date('2026-11-27'), ['TH'])).toBe(false);
    expect(onWeekdays(date('2026-11-27'), [])).toBe(true);
    expect(onWeekdays(date('2026-11-27'), null)).toBe(true);
  });

  it('says how many days were added, and what was left out and why', () => {
    const day = { childId: 1, prestationId: 7 };
    const { counts, leftOut } = spanOutcome([
      { ...day, date: date('2026-09-03'), code: 'SESSION_CLOSED' },
      { ...day, date: date('2026-09-04'), code: null },
      { ...day, date: date('2026-09-07'), code: 'SESSION_FULL' },
      { ...day, date: date('2026-09-08'), code: null },
      { ...day, date: date('2026-09-10'), code: 'SESSION_FULL' },
      { childId: 2, prestationId: 7, date: date('2026-09-04'), code: 'NOT_YOUR_DAY' },
    ]);
    expect(counts).toEqual([
      { ...day, added: 2, first: date('2026-09-04'), last: date('2026-09-08') },
      { childId: 2, prestationId: 7, added: 0, first: null, last: null },
    ]);
    expect(leftOut.map(({ childId, code, dates }) => [childId, code, dates.map(String)])).toEqual([
      [1, 'SESSION_CLOSED', ['2026-09-03']],
      [1, 'SESSION_FULL', ['2026-09-07', '2026-09-10']],
      [2, 'NOT_YOUR_DAY', ['2026-09-04']],
    ]);
  });
});
