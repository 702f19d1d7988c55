import { describe, expect, it } from '@jest/globals';
import { quoteFor } from './compile-tariff.js';
import { explanationInFrench, recheck } from './explanation.js';
import { type Happened, priceOf } from './price-of.js';
import type { Quote } from './quote.js';
import type { Explanation } from './steps.js';
import type { Tariff } from './tariff.js';

const GRID: Tariff = {
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 60000, unitCents: 235, unplannedCents: 470 },
    { label: 'B', quotientMin: 60000, quotientMax: null, unitCents: 360 },
  ],
  reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '20' }] }],
  prices: { unjustifiedAbsence: { abs: 50 } },
  split: { mealCents: 200 },
};
const EVENING: Tariff = {
  type: 'TIME_SLICES',
  sliceMinutes: 30,
  tariff: { type: 'FLAT', unitCents: 55 },
  latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 },
};

function explained(tariff: Tariff, happened: Happened): Explanation {
  return priceOf(quoteFor(tariff, { quotient: 64250, childRank: 2, resident: false }), happened).explanation;
}

describe('an explanation that was altered is refused', () => {
  const absence = explained(GRID, { event: 'UNJUSTIFIED_ABSENCE' });
  const present = explained(GRID, { event: 'UNIT' });
  const late = explained(EVENING, { event: 'UNIT', arrival: '16:30', departure: '18:40' });
  it.each<[string, Explanation, string, object, string]>([
    ['its total', absence, 'TOTAL', { cents: 100 }, '338 cents'],
    ['its quotient', absence, 'QUOTIENT', { quotient: 59999 }, 'outside the row'],
    ['its price', absence, 'ROW', { prices: { unitCents: 300 } }, '290 cents'],
    ['its reduction', absence, 'SIBLINGS', { price: { pct: '50' } }, '230 cents'],
    ['its event', absence, 'EVENT', { event: 'UNPLANNED' }, 'is not that of'],
    ['its meal', absence, 'SPLIT', { mealCents: 100 }, '338 cents'],
    ['its care', present, 'SPLIT', { careCents: 100 }, '88 cents'],
    ['its service', present, 'SPLIT', { serviceCents: 200 }, '288 cents'],
    ['its hours', late, 'SLICES', { to: '19:30' }, 'are not 4 slices'],
    ['its slices', late, 'SLICES', { slices: 3 }, 'are not 3 slices'],
    ['its late slices', late, 'LATE_PICKUP', { slices: 2 }, 'are not 2 slices'],
  ])('%s', (_what, explanation, name, change, message) => {
    expect(recheck(explanation)).toBe(explanation.find(({ step }) => step === 'TOTAL')!['cents' as never]);
    const altered = explanation.map((step) => (step.step === name ? { ...step, ...change } : step)) as Explanation;
    expect(altered).not.toEqual(explanation);
    expect(() => recheck(altered)).toThrow(message);
  });

  it('a child outside the audience', () => {
    const steps: Explanation = [
      { step: 'AUDIENCE', when: { resident: true }, is: { resident: false } },
      { step: 'FLAT', cents: 100 },
      { step: 'TOTAL', event: 'UNIT', cents: 100 },
    ];
    expect(() => recheck(steps)).toThrow('not of that audience');
  });

  it.each([
    [[], 'needs a total'],
    [[{ step: 'TOTAL', event: 'UNIT', cents: 0 }], 'no step gives a first amount'],
    [absence.filter(({ step }) => step !== 'QUOTIENT'), 'needs a quotient'],
  ] as [Explanation, string][])('a step that is missing', (steps, message) =>
    expect(() => recheck(steps)).toThrow(message),
  );
});

describe('what was stored by earlier versions', () => {
  const prices = { unitCents: 235, unplannedCents: 470, unjustifiedAbsenceCents: 285 };
  const basis: Explanation = [
    { step: 'QUOTIENT', quotient: 39999 },
    { step: 'ROW', label: 'A', quotientMin: 0, quotientMax: 40000, prices },
  ];

  it('a promise is charged as it was made', () => {
    const promise: Quote = { ...prices, rowLabel: 'A', basis };
    const { cents, explanation } = priceOf(promise, { event: 'UNJUSTIFIED_ABSENCE', promisedOn: '2026-09-01' });
    expect([cents, recheck(explanation)]).toEqual([285, 285]);
    expect(explanationInFrench(explanation)).toEqual([
      'quotient familial de 399,99\u00a0: tranche A (moins de 400), prix si absence injustifiée 2,85\u00a0€',
      'prix promis à la réservation, le 1er septembre 2026',
      'total 2,85\u00a0€',
    ]);
  });

  it('an explanation is read and checked', () => {
    const charge: Explanation = [...basis, { step: 'PRICE', event: 'UNPLANNED', cents: 470 }];
    expect(recheck(charge)).toBe(470);
    expect(explanationInFrench(charge)).toEqual([
      'quotient familial de 399,99\u00a0: tranche A (moins de 400), prix si non prévu 4,70\u00a0€',
      'prix si non prévu\u00a0: 4,70\u00a0€',
    ]);
    expect(() => recheck([...basis, { step: 'PRICE', event: 'UNPLANNED', cents: 235 }])).toThrow('470 cents');
  });

  it('« tranche » is not said twice', () => {
    const row = { step: 'ROW', label: 'Tranche unique', quotientMin: 0, quotientMax: null, prices } as const;
    const [first] = explanationInFrench([basis[0]!, row, { step: 'TOTAL', event: 'UNIT', cents: 235 }]);
    expect(first).toBe('quotient familial de 399,99\u00a0: Tranche unique (quel que soit le quotient), 2,35\u00a0€');
  });
});
