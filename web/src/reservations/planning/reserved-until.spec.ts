import { describe, expect, it } from '@jest/globals';
import { reservedUntil } from './reserved-until';

const day = (date: string, prestationName = 'Cantine', state: 'RESERVED' | 'CANCELLED' = 'RESERVED', childId = 1) => ({
  state,
  date,
  childId,
  prestationId: prestationName.length,
  prestationName,
});

describe('reserved until', () => {
  it('the last day of each prestation, what was given up left out, what stops first told first', () => {
    const days = [
      day('2026-11-16'),
      day('2027-06-28'),
      day('2027-07-01', 'Cantine', 'CANCELLED'),
      day('2026-12-01', 'Garderie'),
      day('2027-06-28', 'Étude'),
      day('2027-06-28', 'Cantine', 'RESERVED', 2),
    ];
    expect(reservedUntil(days)).toEqual(
      new Map([
        [
          1,
          [
            { date: '2026-12-01', prestations: ['Garderie'] },
            { date: '2027-06-28', prestations: ['Cantine', 'Étude'] },
          ],
        ],
        [2, [{ date: '2027-06-28', prestations: ['Cantine'] }]],
      ]),
    );
  });

  it('nothing where nothing is', () => {
    expect(reservedUntil([])).toEqual(new Map());
  });
});
