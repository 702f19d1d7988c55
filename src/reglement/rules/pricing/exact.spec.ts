import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, exactly, isLess, isWhole, minus, plus, rounded, shifted, times } from './exact.js';

describe('exact amounts', () => {
  it.each([
    ['64250', '0.55', 353],
    ['350', '15', 53],
    ['0.5', '100', 1],
    ['-0.5', '100', 0],
    ['99999.99', '99.9999', 100_000],
  ])('%s × %s %% is %i once rounded half up', (amount, pct, cents) =>
    expect(rounded(shifted(times(decimal(amount), decimal(pct)), 2))).toBe(cents),
  );

  it('never lose a fraction, however many steps', () => {
    const part = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(part, part, part, ([a, i], [b, j], [c, k]) => {
        const [x, y, z] = [
          { units: a, decimals: i },
          { units: b, decimals: j },
          { units: c, decimals: k },
        ];
        const distributed = plus(times(x, z), times(y, z));
        const together = times(plus(x, y), z);
        expect(minus(distributed, together).units == 0).toBe(true);
        expect(isLess(distributed, together) || isLess(together, distributed)).toBe(false);
      }),
    );
  });

  it('know whether they are whole cents', () => {
    expect(isWhole(exactly(288))).toBe(true);
    expect(isWhole({ units: 28800, decimals: 2 })).toBe(true);
    expect(isWhole(decimal('282.7'))).toBe(false);
  });

  it.each(['0,55', '', '1e3', '--1', '0.1234567890'])('« %s » is no decimal writing', (text) =>
    expect(() => decimal(text)).toThrow(RangeError),
  );
});
