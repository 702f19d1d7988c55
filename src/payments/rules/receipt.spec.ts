import { expect, it } from '@jest/globals';
import { formatReceiptNumber } from './receipt.js';

it.each([
  [2026, 1, 'Q-2026-000001'],
  [2027, 123456, 'Q-2027-123456'],
])('receipt %i/%i is printed %s', (year, n, number) => {
  expect(formatReceiptNumber(year, n)).toBe(number);
});

it.each([
  [26, 1],
  [2026, 0],
  [2026, 1_000_000],
  [2026, 1.5],
])('no receipt is numbered %p/%p', (year, n) => {
  expect(() => formatReceiptNumber(year, n)).toThrow(RangeError);
});
