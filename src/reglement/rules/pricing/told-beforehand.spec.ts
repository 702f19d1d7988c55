import { describe, expect, it } from '@jest/globals';
import type { Tariff } from './tariff.js';
import { isToldBeforehand, isUnitToldBeforehand } from './told-beforehand.js';

const FLAT: Tariff = { type: 'FLAT', unitCents: 300 };

describe('prices that are known before the day', () => {
  it.each<{ what: string; tariff: Tariff; told: boolean; unit?: boolean }>([
    { what: 'one price', tariff: FLAT, told: true },
    {
      what: 'derived prices and a rank',
      tariff: {
        ...FLAT,
        prices: { unplanned: { abs: 200 } },
        reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '20' }] }],
      },
      told: true,
    },
    {
      what: 'a price that counts',
      tariff: { ...FLAT, prices: { unplanned: { abs: 200, counter: { per: 'CHILD', period: 'MONTH', from: 3 } } } },
      told: false,
      unit: true,
    },
    { what: 'a forfait', tariff: { type: 'FORFAIT', per: 'MONTH', byDaysPerWeek: { 4: 4000 } }, told: false },
    { what: 'slices of time', tariff: { type: 'TIME_SLICES', sliceMinutes: 30, tariff: FLAT as never }, told: false },
    {
      what: 'a late pick-up',
      tariff: { ...FLAT, latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 } },
      told: false,
    },
    {
      what: 'one of two audiences by time',
      tariff: {
        type: 'BY_AUDIENCE',
        grids: [
          { when: { resident: true }, tariff: FLAT },
          { when: {}, tariff: { type: 'TIME_SLICES', sliceMinutes: 30, tariff: FLAT as never } },
        ],
      },
      told: false,
    },
  ])('$what: $told', ({ tariff, told, unit = told }) => {
    expect(isToldBeforehand(tariff)).toBe(told);
    expect(isUnitToldBeforehand(tariff)).toBe(unit);
  });
});
