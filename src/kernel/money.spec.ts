import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundHalfUp } from './money.js';

describe('the one rounding', () => {
  it.each([
    [0, 100, 0],
    [49, 100, 0],
    [50, 100, 1],
    [149, 100, 1],
    [150, 100, 2],
    [-50, 100, 0],
    [-51, 100, -1],
    [-150, 100, -1],
    [1, 3, 0],
    [2, 3, 1],
    [353_375, 1000, 353],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 2, 4_503_599_627_370_496],
  ])('%d / %d is %d', (numerator, denominator, expected) => {
    expect(roundHalfUp(numerator, denominator)).toBe(expected);
    expect(roundHalfUp(BigInt(numerator), BigInt(denominator))).toBe(expected);
  });

  it('is the same with numbers as with integers of any size', () => {
    const near = (denominator: number, whole: number, off: number) => whole * denominator + off;
    const divided = fc.oneof(
      fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
      // Beside a whole number or a half, as far as safe integers go: where a quotient of doubles could tip over.
      fc
        .tuple(fc.integer({ min: 1, max: 2 ** 26 }), fc.integer({ min: -(2 ** 26), max: 2 ** 26 }))
        .chain(([denominator, whole]) =>
          fc
            .constantFrom(-1, 0, 1, (denominator >> 1) - 1, denominator >> 1, (denominator >> 1) + 1)
            .map((off): [number, number] => [near(denominator, whole, off), denominator]),
        ),
    );
    fc.assert(
      fc.property(divided, ([numerator, denominator]) => {
        expect(roundHalfUp(numerator, denominator)).toBe(roundHalfUp(BigInt(numerator), BigInt(denominator)));
      }),
      { numRuns: 2000 },
    );
  });
});
