import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { daysInFrench, spanInFrench } from './days-in-french.js';

const days = (...texts: string[]) => texts.map((text) => Temporal.PlainDate.from(text));

describe('days as a family reads them', () => {
  it.each([
    [days('2026-09-03'), '3 septembre 2026'],
    [days('2026-09-01', '2026-09-03', '2026-09-04'), '1er, 3 et 4 septembre 2026'],
    [days('2026-09-29', '2026-09-30', '2026-10-01'), '29 et 30 septembre et 1er octobre 2026'],
    [days('2026-12-31', '2027-01-04'), '31 décembre 2026 et 4 janvier 2027'],
  ])('%#', (dates, text) => expect(daysInFrench(dates)).toBe(text));

  it.each([
    ['2026-09-01', '2026-09-30', 'du 1er au 30 septembre 2026'],
    ['2026-09-28', '2026-10-04', 'du 28 septembre au 4 octobre 2026'],
    ['2026-12-28', '2027-01-03', 'du 28 décembre 2026 au 3 janvier 2027'],
    ['2026-09-03', '2026-09-03', 'du 3 septembre 2026'],
  ])('%s to %s', (from, to, text) => {
    const [first, last] = days(from, to);
    expect(spanInFrench(first!, last!)).toBe(text);
  });
});
