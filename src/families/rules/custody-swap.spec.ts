import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { CustodySpan } from './custody.js';
import { planSwap, spansOfDays, swapped, swapStateOn, type SwapState } from './custody-swap.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const span = (from: string, to: string) => ({ from: day(from), to: day(to) });
const SINCE = { from: day('2026-09-01'), to: null };
/** Foyer 1 has even weeks, foyer 2 odd ones. 9 November 2026 begins ISO week 46. */
const alternating: CustodySpan[] = [
  { familyId: 1, weeks: 'EVEN', ...SINCE },
  { familyId: 2, weeks: 'ODD', ...SINCE },
];
const TODAY = day('2026-11-02');
const WEEK_46 = span('2026-11-09', '2026-11-15');
const WEEK_47 = span('2026-11-16', '2026-11-22');

describe('a swap of days between two foyers', () => {
  it('gives each week to the other foyer, whoever asks', () => {
    for (const asking of [1, 2]) {
      const plan = planSwap(alternating, asking, [WEEK_47, WEEK_46], TODAY);
      expect(plan).toMatchObject({ ok: true, otherFamilyId: 3 - asking });
      const moves = plan.ok
        ? plan.days.map((one) => `${one.date.toString()} ${one.fromFamilyId}>${one.toFamilyId}`)
        : [];
      expect(moves).toHaveLength(14);
      expect([moves[0], moves[6], moves[7], moves[13]]).toEqual([
        '2026-11-09 1>2',
        '2026-11-15 1>2',
        '2026-11-16 2>1',
        '2026-11-22 2>1',
      ]);
    }
  });

  it.each<[string, CustodySpan[], number, ReturnType<typeof span>[], string]>([
    ['today', alternating, 1, [span('2026-11-02', '2026-11-03')], 'spans[0].from'],
    ['reversed days', alternating, 1, [WEEK_46, span('2026-11-20', '2026-11-19')], 'spans[1].to'],
    ['too many days', alternating, 1, [span('2026-11-09', '2027-01-31')], 'spans[0].to'],
    ['a child of one foyer', [{ familyId: 1, weeks: 'ALL', ...SINCE }], 1, [WEEK_46], 'spans[0].from'],
    ['weeks that no foyer has', [alternating[0]!], 1, [WEEK_47], 'spans[0].from'],
    ['a foyer that has not the child', alternating, 9, [WEEK_46], 'spans[0].from'],
    [
      'two other foyers, one after the other',
      [
        { familyId: 1, weeks: 'EVEN', ...SINCE },
        { familyId: 2, weeks: 'ODD', from: day('2026-09-01'), to: day('2026-11-15') },
        { familyId: 3, weeks: 'ODD', from: day('2026-11-16'), to: null },
      ],
      1,
      [WEEK_46, WEEK_47],
      'spans',
    ],
  ])('refuses %s', (_, custodies, asking, spans, field) => {
    const plan = planSwap(custodies, asking, spans, TODAY);
    expect(plan.ok ? null : plan.errors.map((error) => error.field)).toEqual([field]);
  });

  it.each<[string, number | null, { fromFamilyId: number; toFamilyId: number } | undefined, number | null]>([
    ['a day without a swap', 1, undefined, 1],
    ['a swapped day', 1, { fromFamilyId: 1, toFamilyId: 2 }, 2],
    ['a custody that an agent changed since: the swap is moot', 3, { fromFamilyId: 1, toFamilyId: 2 }, 3],
    ['a day that no foyer has any more', null, { fromFamilyId: 1, toFamilyId: 2 }, null],
  ])('who has the child: %s', (_, inCharge, swap, expected) => {
    expect(swapped(inCharge, swap)).toBe(expected);
  });

  it.each<[SwapState, string, SwapState]>([
    ['PENDING', '2026-11-08', 'PENDING'],
    ['PENDING', '2026-11-09', 'EXPIRED'],
    ['CONFIRMED', '2026-11-09', 'CONFIRMED'],
    ['REFUSED', '2026-11-20', 'REFUSED'],
  ])('%s on %s is %s', (state, today, expected) => {
    expect(swapStateOn({ state, firstDate: day('2026-11-09') }, day(today))).toBe(expected);
  });

  it('says days that follow each other together', () => {
    const days = ['2026-11-13', '2026-11-14', '2026-11-16'].map(day);
    expect(spansOfDays(days).map(({ from, to }) => [from.toString(), to.toString()])).toEqual([
      ['2026-11-13', '2026-11-14'],
      ['2026-11-16', '2026-11-16'],
    ]);
  });
});
