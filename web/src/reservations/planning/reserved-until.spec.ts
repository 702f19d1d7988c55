import { describe, expect, it } from '@jest/globals';
import { reservedUntil } from './reserved-until';

const day = (date: string, prestationId = 7, state: 'RESERVED' | 'CANCELLED' = 'RESERVED') => ({
  state,
  date,
  childId: 1,
  prestationId,
  prestationName: prestationId === 7 ? 'Cantine' : 'Garderie',
});

describe('reserved until', () => {
  it('the last day of each prestation, what was given up left out', () => {
    const days = [day('2026-11-16'), day('2027-06-28'), day('2027-07-01', 7, 'CANCELLED'), day('2026-12-01', 8)];
    expect(reservedUntil(days)).toEqual(
      new Map([
        [
          1,
          [
            { prestationId: 7, prestationName: 'Cantine', date: '2027-06-28' },
            { prestationId: 8, prestationName: 'Garderie', date: '2026-12-01' },
          ],
        ],
      ]),
    );
  });

  it('nothing where nothing is', () => {
    expect(reservedUntil([])).toEqual(new Map());
  });
});
