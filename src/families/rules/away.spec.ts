import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { awayFrom } from './away.js';
import { type CustodySpan, type CustodyWeeks, familyInCharge } from './custody.js';

const OURS = 1;
const THEIRS = 2;
const date = (text: string) => Temporal.PlainDate.from(text);
const span = (familyId: number, weeks: CustodyWeeks, from = '2026-11-03', to: string | null = null): CustodySpan => {
  return { familyId, weeks, from: date(from), to: to === null ? null : date(to) };
};
const BEGINS = { type: 'NOT_YET', from: date('2026-11-03') };
const OTHER_FAMILY = { type: 'OTHER_FAMILY' };
const moved = [span(THEIRS, 'ALL', '2026-09-01', '2026-11-02'), span(OURS, 'ALL')];
const left = [span(OURS, 'ALL', '2026-09-01', '2026-11-02'), span(THEIRS, 'ALL')];

describe('why a family does not have a child', () => {
  it.each([
    ['it has', [span(OURS, 'ALL')], '2026-11-03', null],
    ['the eve of its arrival', [span(OURS, 'ALL')], '2026-11-02', BEGINS],
    ['the eve of an alternating custody, in a week of the other', [span(OURS, 'ODD')], '2026-11-02', BEGINS],
    ['the child was in another family until then', moved, '2026-11-02', BEGINS],
    ['the day after its custody', left, '2026-11-03', { type: 'NO_MORE', to: date('2026-11-02') }],
    [
      'between two custodies',
      [span(OURS, 'ALL', '2026-09-01', '2026-10-01'), span(OURS, 'EVEN'), span(OURS, 'ALL', '2027-01-01')],
      '2026-10-15',
      BEGINS,
    ],
    [
      'after two custodies',
      [span(OURS, 'ALL', '2026-09-01', '2026-09-30'), span(OURS, 'ALL', '2026-10-01', '2026-10-31')],
      '2026-11-01',
      { type: 'NO_MORE', to: date('2026-10-31') },
    ],
    // The 23rd is in week 48.
    ['the week of the other family', [span(OURS, 'ODD'), span(THEIRS, 'EVEN')], '2026-11-23', OTHER_FAMILY],
    ['a week of no family that is known', [span(OURS, 'ODD')], '2026-11-23', { type: 'OTHER_WEEK' }],
    ['it never had the child', [span(THEIRS, 'ALL')], '2026-11-23', OTHER_FAMILY],
  ] as [string, CustodySpan[], string, object | null][])('%s', (_, custodies, day, expected) => {
    const inCharge = familyInCharge(custodies, date(day));
    expect(awayFrom(custodies, { familyId: OURS, inCharge, date: date(day) })).toEqual(expected);
  });

  it('tells of a day swapped with the other family', () => {
    const asked = { familyId: OURS, inCharge: THEIRS, date: date('2026-11-10') };
    expect(awayFrom([span(OURS, 'ALL')], asked)).toEqual(OTHER_FAMILY);
  });
});
