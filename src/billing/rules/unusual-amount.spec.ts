import { expect, it } from '@jest/globals';
import type { Explanation } from '../../reglement/rules/index.js';
import { oddQuotient, usualWhereFar } from './unusual-amount.js';

it.each([
  ['as usual', 5000, [4800, 5200], null],
  ['three times the habit', 15_000, [5000, 5000, 5200], null],
  ['more than three times', 15_001, [5000, 5000, 5200], 5000],
  ['one odd month does not make a habit', 15_000, [900, 5000, 5000], null],
  ['of an even number, the lower one', 15_001, [4000, 6000], 4000],
  ['no habit yet', 90_000, [500], null],
  ['little, however far', 2999, [100, 100], null],
])('%s', (_, draft, latest, expected) => {
  expect(usualWhereFar(draft, latest)).toBe(expected);
});

const PRICES = { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 400 };

it.each<[string, Explanation, string | null]>([
  ['known', [{ step: 'QUOTIENT', quotient: 64_250 }], null],
  ['not asked for', [{ step: 'FLAT', cents: 305 }], null],
  [
    'unknown, and one row holds for all',
    [
      { step: 'QUOTIENT', quotient: null },
      { step: 'ROW', label: 'Tarif unique', quotientMin: 0, quotientMax: null, prices: PRICES },
    ],
    null,
  ],
  ['unknown', [{ step: 'QUOTIENT', quotient: null }], 'QUOTIENT_MISSING'],
  ['expired', [{ step: 'QUOTIENT', quotient: null, expiredOn: '2026-08-31' }], 'QUOTIENT_EXPIRED'],
])('the quotient is %s', (_, steps, expected) => {
  expect(oddQuotient(steps)).toBe(expected);
});
