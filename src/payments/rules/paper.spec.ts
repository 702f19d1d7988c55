import { expect, it } from '@jest/globals';
import { formatPaperNumber, type PaperKind } from './paper.js';

it.each<[PaperKind, number, number, string]>([
  ['reversal', 2026, 1, 'AQ-2026-000001'],
  ['refund', 2026, 12, 'R-2026-000012'],
  ['writeOff', 2027, 999_999, 'NV-2027-999999'],
  ['remittance', 2026, 123, 'V-2026-000123'],
])('the paper %s of %i with the rank %i is %s', (kind, year, n, expected) => {
  expect(formatPaperNumber(kind, year, n)).toBe(expected);
});

it.each([
  [2026, 0],
  [2026, 1_000_000],
  [1999, 1],
  [2026, 1.5],
])('%i, rank %d is no number', (year, n) => {
  expect(() => formatPaperNumber('remittance', year, n)).toThrow(RangeError);
});
