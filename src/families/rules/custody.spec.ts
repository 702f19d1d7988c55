import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { custodyErrors, type CustodySpan, type CustodyWeeks, familyInCharge } from './custody.js';

const MOTHER = 1;
const FATHER = 2;
const date = (text: string) => Temporal.PlainDate.from(text);
const span = (familyId: number, weeks: CustodyWeeks, from = '2026-09-01', to: string | null = null): CustodySpan => {
  return { familyId, weeks, from: date(from), to: to === null ? null : date(to) };
};
const alternating = [span(MOTHER, 'EVEN'), span(FATHER, 'ODD')];

describe('which household has the child, and pays', () => {
  it.each([
    ['Monday of week 48', alternating, '2026-11-23', MOTHER],
    ['Sunday of week 48', alternating, '2026-11-29', MOTHER],
    ['Monday of week 49', alternating, '2026-11-30', FATHER],
    ['week 53 of 2026 is odd', alternating, '2026-12-31', FATHER],
    ['1 January 2027 is still of week 53', alternating, '2027-01-01', FATHER],
    ['week 1 of 2027 is odd too', alternating, '2027-01-04', FATHER],
    ['week 2 of 2027', alternating, '2027-01-11', MOTHER],
    ['the Sunday of the spring clock change', alternating, '2027-03-28', MOTHER],
    ['before the custody starts', alternating, '2026-08-31', null],
    ['one household only', [span(MOTHER, 'ALL')], '2026-11-30', MOTHER],
    ['the week of a household that the commune does not know', [span(MOTHER, 'EVEN')], '2026-11-30', null],
    ['the last day', [span(MOTHER, 'ALL', '2026-09-01', '2026-11-30')], '2026-11-30', MOTHER],
    ['the day after the last', [span(MOTHER, 'ALL', '2026-09-01', '2026-11-30')], '2026-12-01', null],
    ['custodies that contradict each other', [span(MOTHER, 'ALL'), span(FATHER, 'ODD')], '2026-11-30', null],
    ['no custody', [], '2026-11-30', null],
  ] as [string, CustodySpan[], string, number | null][])('%s', (_, custodies, day, family) => {
    expect(familyInCharge(custodies, date(day))).toBe(family);
  });
});

describe('custodies that contradict each other', () => {
  it.each([
    ['even for one, odd for the other', alternating, []],
    ['even for both', [span(MOTHER, 'EVEN'), span(FATHER, 'EVEN')], ['custodies[1].weeks']],
    ['all for both', [span(MOTHER, 'ALL'), span(FATHER, 'ALL')], ['custodies[1].weeks']],
    ['all for one, odd for the other', [span(MOTHER, 'ALL'), span(FATHER, 'ODD')], ['custodies[1].weeks']],
    ['odd for one, all for the other', [span(MOTHER, 'ODD'), span(FATHER, 'ALL')], ['custodies[1].weeks']],
    ['one after the other', [span(MOTHER, 'ALL', '2026-09-01', '2026-12-31'), span(FATHER, 'ALL', '2027-01-01')], []],
    [
      'one day in common',
      [span(MOTHER, 'ALL', '2026-09-01', '2027-01-01'), span(FATHER, 'ALL', '2027-01-01')],
      ['custodies[1].weeks'],
    ],
    ['the same household twice', [span(MOTHER, 'EVEN'), span(MOTHER, 'EVEN')], ['custodies[1].weeks']],
    ['even and odd for the same household', [span(MOTHER, 'EVEN'), span(MOTHER, 'ODD')], ['custodies[1].weeks']],
    ['a third household', [...alternating, span(3, 'ODD')], ['custodies[2].weeks']],
    ['an end before the start', [span(MOTHER, 'ALL', '2026-09-01', '2026-08-31')], ['custodies[0].to']],
    ['none', [], []],
  ] as [string, CustodySpan[], string[]][])('%s', (_, custodies, fields) => {
    expect(custodyErrors(custodies).map((error) => error.field)).toEqual(fields);
  });
});
