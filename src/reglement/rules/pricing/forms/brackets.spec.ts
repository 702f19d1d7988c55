import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTariff } from '../parse-tariff.js';
import type { TariffRow } from '../tariff.js';
import { dearestRow } from './brackets.js';

const row = (label: string, quotientMin: unknown, quotientMax: unknown, unitCents: unknown = 100, more = {}) => ({
  label,
  quotientMin,
  quotientMax,
  unitCents,
  ...more,
});
const errorsOf = (rows: unknown) => {
  const parsed = parseTariff({ type: 'BRACKETS', rows });
  return 'errors' in parsed ? parsed.errors : [];
};

describe('the dearest row', () => {
  const rows = (...prices: number[]) => prices.map((unitCents, index) => row(`T${index}`, index, index + 1, unitCents));
  it.each([
    [[100, 200, 300], 2],
    [[100, 480, 300], 1],
    [[480, 100, 480], 2],
    [[250], 0],
  ])('of %j is n° %i', (prices, expected) => {
    expect(dearestRow(rows(...prices) as TariffRow[])).toBe(expected);
  });
});

describe('a grid by quotient is refused', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['empty', [], 'rows', /au moins une tranche/],
    ['first row above 0', [row('A', 1, null)], 'rows[0].quotientMin', /commencer à 0/],
    ['last row closed', [row('A', 0, 1900)], 'rows[0].quotientMax', /sans limite haute/],
    [
      'gap of « 601-900 » after « < 600 »',
      [row('A', 0, 600), row('B', 601, null)],
      'rows[1].quotientMin',
      /de 600 à 601.*commencer celle-ci à 600/,
    ],
    ['overlap', [row('A', 0, 600), row('B', 599, null)], 'rows[1].quotientMin', /recouvre la précédente/],
    ['open row before the last', [row('A', 0, null), row('B', 600, null)], 'rows[0].quotientMax', /Seule la dernière/],
    [
      'row that ends where it starts',
      [row('A', 0, 0), row('B', 0, null)],
      'rows[0].quotientMax',
      /supérieure à son début/,
    ],
    ['negative price', [row('A', 0, null, 1, { unplannedCents: -1 })], 'rows[0].unplannedCents', /négatif/],
    ['fraction of a cent', [row('A', 0, null, 1.5)], 'rows[0].unitCents', /centimes/],
    [
      'price of a typing mistake',
      [row('A', 0, null, 36_000_000)],
      'rows[0].unitCents',
      /ne dépasse pas 10\u202f000,00\u00a0€/,
    ],
    ['three decimals', [row('A', 0, 600.005), row('B', 600.005, null)], 'rows[0].quotientMax', /deux décimales/],
    ['quotient as text', [row('A', '0', null)], 'rows[0].quotientMin', /deux décimales/],
    ['no label', [row(' ', 0, null)], 'rows[0].label', /Donnez un nom/],
    ['one name twice', [row('A', 0, 600), row('A', 600, null)], 'rows[1].label', /s’appelle déjà/],
    ['a field that nothing reads', [row('A', 0, null, 1, { price: 2 })], 'rows[0].price', /n’est pas compris/],
    ['row that is none', ['A'], 'rows[0]', /Décrivez la tranche/],
  ])('%s', (_case, rows, field, message) =>
    expect(errorsOf(rows)).toContainEqual({ field: `tariff.${field}`, message: expect.stringMatching(message) }),
  );

  it('exactly when some quotient has no row or several', () => {
    const bounds = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(12))), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bounds, (pairs) => {
        const rows = pairs.map(([min, max], index) => row(`row ${index}`, min, max, 1));
        const accepted = errorsOf(rows).length === 0;
        const rising = pairs.every(([min], i) => i === 0 || pairs[i - 1]![0] < min);
        const covered = Array.from(
          { length: 14 },
          (_, quotient) => pairs.filter(([min, max]) => min <= quotient && (max === null || quotient < max)).length,
        ).every((count) => count === 1);
        const noEmptyRow = pairs.every(([min, max]) => max === null || min < max);
        expect(accepted).toBe(rising && covered && noEmptyRow && pairs.at(-1)![1] === null);
      }),
      { numRuns: 2000 },
    );
  });
});
