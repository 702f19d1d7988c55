import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { budgetYear, formatInvoiceNumber } from './invoice-number.js';

describe('invoice numbers', () => {
  it.each([
    ['', 2026, 123, '2026-000123'],
    ['', 2027, 1, '2027-000001'],
    ['AV', 2026, 7, 'AV-2026-000007'],
    ['', 2026, 999999, '2026-999999'],
  ])('series « %s », %i, rank %i: %s', (series, year, n, number) => {
    expect(formatInvoiceNumber(series, year, n)).toBe(number);
  });

  it.each([
    ['av', 2026, 1],
    ['', 26, 1],
    ['', 2026, 0],
    ['', 2026, 1.5],
    ['', 2026, 1_000_000],
  ])('refuses series « %s », %p, rank %p', (series, year, n) => {
    expect(() => formatInvoiceNumber(series, year, n)).toThrow(RangeError);
  });

  it.each([
    ['2026-12-31', 2026],
    ['2027-01-01', 2027],
  ])('issued on %s: budget %i', (date, year) => {
    expect(budgetYear(Temporal.PlainDate.from(date))).toBe(year);
  });
});
