import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explanationInFrench, recheck } from './explanation.js';
import { CHARGE_EVENTS } from './prices.js';
import { type Tariff, type TariffRow, priceFromPromise, priceOf, pricesFor, validateTariff } from './tariff.js';

function row(label: string, quotientMin: number, quotientMax: number | null, unitCents: number): TariffRow {
  return {
    label,
    quotientMin,
    quotientMax,
    unitCents,
    unplannedCents: unitCents * 2,
    unjustifiedAbsenceCents: unitCents + 50,
  };
}

const RONCQ: Tariff = {
  rows: [
    row('A', 0, 40000, 50),
    row('B', 40000, 64000, 175),
    row('C', 64000, 86000, 235),
    row('D', 86000, 115000, 305),
    row('E', 115000, 150000, 355),
    row('F', 150000, 170000, 405),
    row('G', 170000, 190000, 460),
    row('H', 190000, null, 490),
  ],
  missingQuotientRow: 7,
};

describe('the row of a quotient: from its lower bound, up to but without its upper one', () => {
  it.each([
    [0, 'A', 50],
    [39999, 'A', 50],
    [40000, 'B', 175],
    [64250, 'C', 235],
    [189999, 'G', 460],
    [190000, 'H', 490],
    [99999999, 'H', 490],
    [null, 'H', 490],
  ])('%p → %s, %i cents', (quotient, label, cents) => {
    expect(priceOf(RONCQ, { quotient }, 'UNIT')).toMatchObject({ rowLabel: label, cents });
  });

  it.each([-1, 640.5, Number.NaN])('refuses %p as a quotient', (quotient) => {
    expect(() => priceOf(RONCQ, { quotient }, 'UNIT')).toThrow(RangeError);
  });

  it('uses the row that the mairie chose when the quotient is unknown', () => {
    expect(priceOf({ ...RONCQ, missingQuotientRow: 2 }, { quotient: null }, 'UNIT').rowLabel).toBe('C');
  });
});

describe('the three prices', () => {
  it.each([
    ['UNIT', 235],
    ['UNPLANNED', 470],
    ['UNJUSTIFIED_ABSENCE', 285],
  ] as const)('%s: %i cents', (event, cents) => {
    expect(priceOf(RONCQ, { quotient: 64250 }, event).cents).toBe(cents);
  });

  it('are told together before booking', () => {
    expect(pricesFor(RONCQ, { quotient: 64250 })).toMatchObject({
      unitCents: 235,
      unplannedCents: 470,
      unjustifiedAbsenceCents: 285,
      rowLabel: 'C',
    });
  });
});

describe('an explanation', () => {
  it('reads in French', () => {
    const { explanation } = priceOf(RONCQ, { quotient: 64250, tariffId: 4, policyId: 2 }, 'UNIT');
    expect(explanationInFrench(explanation)).toEqual([
      'tarif n°\u00a04, règlement n°\u00a02',
      'QF 642,5 → tranche C [640\u00a0;\u00a0860[',
      'prix à l’unité\u00a0: 2,35\u00a0€',
    ]);
  });

  it('says why a family without a known quotient pays that price', () => {
    expect(explanationInFrench(priceOf(RONCQ, { quotient: null }, 'UNPLANNED').explanation)).toEqual([
      'QF inconnu → tranche la plus haute\u00a0: tranche H [1\u202f900 et plus[',
      'prix si non prévu\u00a0: 9,80\u00a0€',
    ]);
    const chosen = priceOf({ ...RONCQ, missingQuotientRow: 0 }, { quotient: null }, 'UNIT');
    expect(explanationInFrench(chosen.explanation)[0]).toBe(
      'QF inconnu → tranche prévue dans ce cas\u00a0: tranche A [0\u00a0;\u00a0400[',
    );
  });

  it('does not say « tranche » twice', () => {
    const tariff = { rows: [row('Tranche unique', 0, null, 360)], missingQuotientRow: 0 };
    const [first] = explanationInFrench(priceOf(tariff, { quotient: 0 }, 'UNIT').explanation);
    expect(first).toBe('QF 0 → Tranche unique [0 et plus[');
  });

  it('tells a promise with its date', () => {
    const promise = pricesFor(RONCQ, { quotient: 39999 });
    const { explanation } = priceFromPromise(promise, 'UNJUSTIFIED_ABSENCE', '2026-09-01');
    expect(explanationInFrench(explanation)).toEqual([
      'QF 399,99 → tranche A [0\u00a0;\u00a0400[',
      'prix promis à la réservation, le 1er septembre 2026',
      'prix si absence injustifiée\u00a0: 1,00\u00a0€',
    ]);
  });

  it('survives storage as JSON and gives the same amount again', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(300000)),
        fc.constantFrom(...CHARGE_EVENTS),
        fc.option(fc.constant('2026-09-01'), { nil: undefined }),
        (quotient, event, promisedOn) => {
          const priced = priceFromPromise(pricesFor(RONCQ, { quotient, tariffId: 1 }), event, promisedOn);
          expect(recheck(JSON.parse(JSON.stringify(priced.explanation)))).toBe(priced.cents);
        },
      ),
    );
  });

  it('is refused when it was altered', () => {
    const { explanation } = priceOf(RONCQ, { quotient: 64250 }, 'UNIT');
    const altered = (change: object, name: string) =>
      explanation.map((step) => (step.step === name ? { ...step, ...change } : step));
    expect(() => recheck(altered({ cents: 100 }, 'PRICE'))).toThrow('the row gives 235 cents');
    expect(() => recheck(altered({ quotient: 86000 }, 'QUOTIENT'))).toThrow('outside the row');
    expect(() => recheck(explanation.slice(0, -1))).toThrow(RangeError);
  });
});

describe('a grid is refused', () => {
  const good = [row('A', 0, 60000, 100), row('B', 60000, null, 200)];

  it('not when every quotient has exactly one row', () => {
    expect(validateTariff(good)).toEqual([]);
    expect(validateTariff(RONCQ.rows, RONCQ.missingQuotientRow)).toEqual([]);
  });

  it.each<[string, TariffRow[], string, RegExp]>([
    ['empty', [], 'rows', /au moins une tranche/],
    ['first row above 0', [row('A', 100, null, 1)], 'rows[0].quotientMin', /commencer à 0/],
    ['last row closed', [row('A', 0, 190000, 1)], 'rows[0].quotientMax', /sans limite haute/],
    [
      'gap of « 601-900 » after « < 600 »',
      [row('A', 0, 60000, 1), row('B', 60100, null, 2)],
      'rows[1].quotientMin',
      /de 600 à 601.*commencer celle-ci à 600/,
    ],
    ['overlap', [row('A', 0, 60000, 1), row('B', 59900, null, 2)], 'rows[1].quotientMin', /recouvre la précédente/],
    [
      'open row before the last',
      [row('A', 0, null, 1), row('B', 60000, null, 2)],
      'rows[0].quotientMax',
      /Seule la dernière/,
    ],
    [
      'row that ends where it starts',
      [row('A', 0, 0, 1), row('B', 0, null, 2)],
      'rows[0].quotientMax',
      /supérieure à son début/,
    ],
    ['negative price', [{ ...row('A', 0, null, 1), unplannedCents: -1 }], 'rows[0].unplannedCents', /négatif/],
    ['fraction of a cent', [{ ...row('A', 0, null, 1), unitCents: 1.5 }], 'rows[0].unitCents', /centimes/],
    ['fraction of a hundredth', [row('A', 0, 0.5, 1), row('B', 0.5, null, 1)], 'rows[0].quotientMax', /deux décimales/],
    ['no label', [row(' ', 0, null, 1)], 'rows[0].label', /Donnez un nom/],
  ])('%s', (_case, rows, field, message) => {
    expect(validateTariff(rows)).toContainEqual({ field, message: expect.stringMatching(message) });
  });

  it('no row for unknown quotients', () => {
    expect(validateTariff(good, 2)).toEqual([
      { field: 'missingQuotientRow', message: expect.stringContaining('de 0 (la première) à 1') },
    ]);
  });

  it('accepted exactly when every quotient has one row', () => {
    const bounds = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(12))), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bounds, (pairs) => {
        const rows = pairs.map(([min, max]) => row('x', min, max, 1));
        const accepted = validateTariff(rows).length === 0;
        const rising = rows.every(({ quotientMin }, i) => i === 0 || rows[i - 1]!.quotientMin < quotientMin);
        const covered = Array.from(
          { length: 14 },
          (_, quotient) =>
            rows.filter((r) => r.quotientMin <= quotient && (r.quotientMax === null || quotient < r.quotientMax))
              .length,
        ).every((count) => count === 1);
        const noEmptyRow = rows.every((r) => r.quotientMax === null || r.quotientMin < r.quotientMax);
        const open = rows.at(-1)!.quotientMax === null;
        expect(accepted).toBe(rising && covered && noEmptyRow && open);
      }),
      { numRuns: 2000 },
    );
  });
});
