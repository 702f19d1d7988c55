import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { parseSchoolYear, schoolYearOf, schoolYearSpan } from './school-year.js';

describe('school year', () => {
  it.each([
    ['2026-08-31', '2025-2026'],
    ['2026-09-01', '2026-2027'],
    ['2026-12-31', '2026-2027'],
    ['2027-01-01', '2026-2027'],
    ['2027-08-31', '2026-2027'],
  ])('%s is in %s', (date, year) => {
    expect(schoolYearOf(Temporal.PlainDate.from(date))).toBe(year);
  });

  it('runs from 1 September to 31 August', () => {
    const { from, to } = schoolYearSpan('2026-2027');
    expect([from.toString(), to.toString()]).toEqual(['2026-09-01', '2027-08-31']);
  });

  it.each([
    ['2026-2027', '2026-2027'],
    ['2026-2028', null],
    ['2026/2027', null],
    ['', null],
  ])('« %s » is read as %s', (text, year) => {
    expect(parseSchoolYear(text)).toBe(year);
  });
});
