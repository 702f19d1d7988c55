import { describe, expect, it } from '@jest/globals';
import { lastAlike, Temporal } from './civil-time.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('how long the same spans hold', () => {
  it.each<{ what: string; spans: [string, string | null][]; until: string | null }>([
    { what: 'nothing is known', spans: [], until: null },
    { what: 'a span without end', spans: [['2026-09-01', null]], until: null },
    { what: 'a span that ends', spans: [['2026-09-01', '2026-12-31']], until: '2026-12-31' },
    { what: 'a span that ends today', spans: [['2026-09-01', '2026-11-26']], until: '2026-11-26' },
    { what: 'a span that was over', spans: [['2025-09-01', '2026-11-25']], until: null },
    { what: 'a span that begins tomorrow', spans: [['2026-11-27', null]], until: '2026-11-26' },
    {
      what: 'the first of several changes',
      spans: [
        ['2026-09-01', '2027-08-31'],
        ['2027-01-01', '2027-12-31'],
        ['2026-09-01', '2027-01-05'],
      ],
      until: '2026-12-31',
    },
  ])('$what: $until', ({ spans, until }) => {
    const dated = spans.map(([from, to]) => ({ from: day(from), to: to === null ? null : day(to) }));
    expect(lastAlike(dated, day('2026-11-26'))?.toString() ?? null).toBe(until);
  });
});
