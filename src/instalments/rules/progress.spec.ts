import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { daysLate, type InstalmentState, progressOf } from './progress.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const PLAN = [
  { dueOn: day('2026-12-05'), cents: 4000 },
  { dueOn: day('2027-01-05'), cents: 4000 },
  { dueOn: day('2027-02-05'), cents: 4000 },
];

describe('three times 40 €, on 5 December, January and February', () => {
  it.each<[string, string, number, number[], InstalmentState[], number, string | null, number]>([
    ['agreed', '2026-11-26', 12_000, [0, 0, 0], ['TO_COME', 'TO_COME', 'TO_COME'], 0, '2026-12-05', -9],
    ['the first day itself', '2026-12-05', 12_000, [0, 0, 0], ['TO_COME', 'TO_COME', 'TO_COME'], 0, '2026-12-05', 0],
    [
      'the day after, nothing paid',
      '2026-12-06',
      12_000,
      [0, 0, 0],
      ['LATE', 'TO_COME', 'TO_COME'],
      4000,
      '2026-12-05',
      1,
    ],
    ['a part of the first', '2026-12-06', 9000, [3000, 0, 0], ['LATE', 'TO_COME', 'TO_COME'], 1000, '2026-12-05', 1],
    ['the first paid', '2026-12-06', 8000, [4000, 0, 0], ['PAID', 'TO_COME', 'TO_COME'], 0, '2027-01-05', -30],
    [
      'more than the first',
      '2026-12-06',
      7000,
      [4000, 1000, 0],
      ['PAID', 'PARTLY_PAID', 'TO_COME'],
      0,
      '2027-01-05',
      -30,
    ],
    ['two missed', '2027-01-10', 12_000, [0, 0, 0], ['LATE', 'LATE', 'TO_COME'], 8000, '2026-12-05', 36],
    ['all paid', '2027-03-01', 0, [4000, 4000, 4000], ['PAID', 'PAID', 'PAID'], 0, null, 0],
    ['a payment taken back', '2027-03-01', 4000, [4000, 4000, 0], ['PAID', 'PAID', 'LATE'], 4000, '2027-02-05', 24],
  ])('%s', (_, today, open, paid, states, late, next, days) => {
    const progress = progressOf(PLAN, open, day(today));
    expect(progress.instalments.map(({ paidCents }) => paidCents)).toEqual(paid);
    expect(progress.instalments.map(({ state }) => state)).toEqual(states);
    expect([progress.lateCents, progress.nextDueOn?.toString() ?? null]).toEqual([late, next]);
    expect(daysLate(progress, day(today))).toBe(days);
  });
});
