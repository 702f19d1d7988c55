import { describe, expect, it } from '@jest/globals';
import { hundredthsOf, quotientNumber } from './quotient-bound.js';

describe('quotients in JSON', () => {
  it.each([
    [0, 0],
    [642, 64200],
    [642.5, 64250],
    [399.99, 39999],
    [0.07, 7],
    [1900.1, 190010],
  ])('%s is %s hundredths, and back', (value, hundredths) => {
    expect(hundredthsOf(value)).toBe(hundredths);
    expect(quotientNumber(hundredths)).toBe(value);
  });

  it.each([642.505, -1, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY])('%s is refused', (value) =>
    expect(hundredthsOf(value)).toBeNull(),
  );
});
