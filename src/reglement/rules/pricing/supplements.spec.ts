import { describe, expect, it } from '@jest/globals';
import { compileTariff } from './compile-tariff.js';
import {
  asksWhatIsTaken,
  chosenSupplements,
  offeredSupplements,
  supplementLabels,
  supplementsCents,
} from './supplements.js';
import type { Tariff } from './tariff.js';

const BREAKFAST = { label: 'Petit-déjeuner', cents: 80 };
const SNACK = { label: 'Goûter', cents: 60 };
const TARIFF: Tariff = {
  type: 'BY_AUDIENCE',
  supplements: [BREAKFAST, SNACK],
  grids: [
    { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650, supplements: [{ ...SNACK, cents: 90 }] } },
    { when: {}, tariff: { type: 'FLAT', unitCents: 360 } },
  ],
};
const quoteOf = (resident: boolean) => compileTariff(TARIFF).quote({ quotient: null, resident });

describe('what is chosen beside a service', () => {
  it('is what the grid of the child has, at its price there', () => {
    expect(offeredSupplements(quoteOf(true))).toEqual([BREAKFAST, SNACK]);
    expect(offeredSupplements(quoteOf(false))).toEqual([{ ...SNACK, cents: 90 }]);
    expect(supplementLabels(TARIFF)).toEqual(['Goûter', 'Petit-déjeuner']);
    expect(supplementLabels({ type: 'FLAT', unitCents: 1 })).toEqual([]);
  });

  it.each<[string, boolean, string[], { chosen: string[]; unknown: string[] }, number]>([
    ['nothing', true, [], { chosen: [], unknown: [] }, 0],
    ['both, in the order of the tariff', true, ['Goûter', 'Petit-déjeuner'], bothOf(), 140],
    ['one twice', true, ['Goûter', 'Goûter'], { chosen: ['Goûter'], unknown: [] }, 60],
    ['one that is not for that child', false, ['Petit-déjeuner', 'Goûter'], onlySnack(), 90],
    ['one with another spelling', true, ['goûter'], { chosen: [], unknown: ['goûter'] }, 0],
  ])('%s', (_, resident, labels, expected, cents) => {
    const chosen = chosenSupplements(quoteOf(resident), labels);
    expect(chosen).toEqual(expected);
    expect(supplementsCents(quoteOf(resident), chosen.chosen)).toBe(cents);
  });
});

describe('what a tariff asks of a day', () => {
  const ROW = { label: 'A', quotientMin: 0, quotientMax: null, unitCents: 360 };
  it.each<[string, Tariff, boolean]>([
    ['supplements', TARIFF, true],
    ['a price of the meal from home', { type: 'FLAT', unitCents: 360, pai: { fixedPrice: 100 } }, true],
    ['the same in a row', { type: 'BRACKETS', rows: [{ ...ROW, paiCents: 100 }] }, true],
    ['nothing', { type: 'BRACKETS', rows: [ROW], supplements: [] }, false],
  ])('%s', (_, tariff, expected) => {
    expect(asksWhatIsTaken(tariff)).toBe(expected);
  });
});

function bothOf() {
  return { chosen: ['Petit-déjeuner', 'Goûter'], unknown: [] };
}

function onlySnack() {
  return { chosen: ['Goûter'], unknown: ['Petit-déjeuner'] };
}
