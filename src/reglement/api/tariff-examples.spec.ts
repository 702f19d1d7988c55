import { describe, expect, it } from '@jest/globals';
import { quoteFor } from '../rules/pricing/compile-tariff.js';
import { recheck } from '../rules/pricing/explanation.js';
import { parseTariff } from '../rules/pricing/parse-tariff.js';
import { type Happened, priceOf } from '../rules/pricing/price-of.js';
import type { PricingContext } from '../rules/pricing/quote.js';
import { hundredthsOf } from '../rules/pricing/quotient-bound.js';
import { TARIFF_EXAMPLES } from './tariff-examples.js';

type Case = [quotient: number | null, more: Partial<PricingContext & Happened>, cents: number];

/* What each published price gives, read on the commune's own table. */
const EVENING = { arrival: '16:30', departure: '17:31' } as const;
const CASES: Record<keyof typeof TARIFF_EXAMPLES, Case[]> = {
  'T01 Roncq': [
    [0, {}, 50],
    [399.99, {}, 50],
    [400, {}, 175],
    [860, {}, 305],
    [1899.99, {}, 460],
    [1900, {}, 490],
    [null, {}, 490],
    [399, { event: 'UNPLANNED' }, 300],
    [399, { pai: true }, 50],
    [1149.99, { pai: true }, 80],
    [1150, { pai: true }, 100],
    [1150, { pai: true, event: 'UNPLANNED' }, 350],
  ],
  'T01 Roncq, forfait': [
    [399.99, { rankInPeriod: 1 }, 453],
    [1900, { rankInPeriod: 1 }, 1525],
    [1900, { rankInPeriod: 2 }, 0],
  ],
  'T01 Roncq, demi-heure': [
    [399.99, EVENING, 48],
    [640, { arrival: '16:30', departure: '17:30' }, 170],
    [640, { ...EVENING, event: 'UNPLANNED' }, 505],
  ],
  'T02 Roncq, hors commune': [
    [799.99, { ...EVENING, resident: false }, 585],
    [800, { ...EVENING, resident: false }, 600],
    [830, { ...EVENING, resident: false }, 600],
    [1500, { ...EVENING, resident: false }, 615],
    [1500, EVENING, 405],
  ],
  'T04 Vetusienne': [
    [599.99, {}, 145],
    [600, {}, 155],
    [600.5, {}, 155],
    [900, {}, 165],
    [900.5, {}, 165],
  ],
  'T05 Champcevinel': [
    [622, {}, 100],
    [622.4, {}, 100],
    [622.99, {}, 100],
    [623, {}, 330],
    [1000.5, {}, 330],
    [1501, {}, 350],
  ],
  'T08 2C2R': [
    [1151, { departure: '17:00', arrival: '16:30' }, 63],
    [1151, { departure: '17:00', arrival: '16:30', resident: false }, 126],
    [650.5, { ...EVENING, resident: false }, 180],
    [1150, EVENING, 144],
  ],
  'T09 Talloires': [
    [1099.99, {}, 99],
    [1100, {}, 380],
    [1500, {}, 430],
    [2000.5, {}, 480],
  ],
  'T10 Chemaudin, avant': [
    [775.5, {}, 410],
    [790, {}, 540],
    [2500, {}, 610],
  ],
  'T10 Chemaudin, ensuite': [
    [790, {}, 425],
    [801, {}, 555],
    [1801, {}, 660],
    [2500, {}, 695],
  ],
  'T11 Lieuvin Pays d’Auge': [
    [399, { arrival: '07:30', departure: '08:30' }, 29],
    [1500, { arrival: '16:30', departure: '17:31' }, 426],
    [399, { arrival: '16:30', departure: '17:31', resident: false }, 426],
    [800, { arrival: '16:30', departure: '17:30', supplements: ['Goûter'] }, 185],
  ],
  'T11 Lieuvin Pays d’Auge, journée': [
    [null, { arrival: '09:00', departure: '12:00' }, 343],
    [null, { arrival: '09:00', departure: '17:00', supplements: ['Déjeuner', 'Goûter'] }, 974],
    [null, { arrival: '09:00', departure: '17:00', supplements: ['Adhésion annuelle'] }, 674],
  ],
  'T12 Saint-Barnabé': [
    [null, { daysPerWeek: 1 }, 277],
    [null, { daysPerWeek: 3 }, 831],
    [null, { daysPerWeek: 4 }, 1108],
    [null, { daysPerWeek: 4, rankInPeriod: 2 }, 0],
  ],
  'Taux d’effort': [
    [700, {}, 260],
    [722.22, {}, 260],
    [723.5, {}, 260],
    [1000, {}, 360],
    [1000.14, {}, 360],
    [1250, {}, 450],
    [9999.99, {}, 450],
    [null, {}, 450],
    [1000, { pai: true }, 175],
  ],
  'Frères et sœurs': [
    [null, {}, 360],
    [null, { childRank: 3 }, 330],
    [null, { childRank: 4, event: 'UNJUSTIFIED_ABSENCE' }, 380],
  ],
};

describe.each(Object.entries(CASES))('%s', (name, cases) => {
  const parsed = parseTariff(TARIFF_EXAMPLES[name as keyof typeof CASES].tariff);

  it('is accepted', () => expect('errors' in parsed ? parsed.errors : []).toEqual([]));

  it.each(cases)('QF %s, %j: %i cents', (quotient, { event = 'UNIT', ...more }, amount) => {
    if ('errors' in parsed) throw new Error('refused');
    const known = quotient === null ? null : hundredthsOf(quotient);
    const { cents, explanation } = priceOf(quoteFor(parsed.tariff, { ...more, quotient: known }), { ...more, event });
    expect(cents).toBe(amount);
    expect(recheck(JSON.parse(JSON.stringify(explanation)))).toBe(amount);
  });
});

describe('as they are published, these grids leave a hole and are refused', () => {
  const row = (quotientMin: number, quotientMax: number | null) => ({
    label: `${quotientMin}`,
    quotientMin,
    quotientMax,
    unitCents: 1,
  });
  it.each<[string, [number, number | null][], [string, RegExp][]]>([
    [
      'T01, « > 1 900 » after « de 1 700 à < 1 900 »',
      [
        [0, 1900],
        [1900.01, null],
      ],
      [['rows[1].quotientMin', /de 1\u202f900 à 1\u202f900,01/]],
    ],
    [
      'T02',
      [
        [0, 800],
        [860, 1500],
        [1500.01, null],
      ],
      [
        ['rows[1].quotientMin', /de 800 à 860/],
        ['rows[2].quotientMin', /de 1\u202f500 à 1\u202f500,01/],
      ],
    ],
    [
      'T04',
      [
        [0, 600],
        [601, 900],
        [901, null],
      ],
      [
        ['rows[1].quotientMin', /de 600 à 601/],
        ['rows[2].quotientMin', /de 900 à 901/],
      ],
    ],
    [
      'T05, whole quotients only',
      [
        [0, 622],
        [623, 1000],
        [1001, 1500],
        [1501, null],
      ],
      [
        ['rows[1].quotientMin', /de 622 à 623/],
        ['rows[2].quotientMin', /de 1\u202f000 à 1\u202f001/],
        ['rows[3].quotientMin', /de 1\u202f500 à 1\u202f501/],
      ],
    ],
    [
      'T09',
      [
        [0, 1100],
        [1101, 1500],
        [1501, 2000],
        [2001, null],
      ],
      [
        ['rows[1].quotientMin', /de 1\u202f100 à 1\u202f101/],
        ['rows[2].quotientMin', /de 1\u202f500 à 1\u202f501/],
        ['rows[3].quotientMin', /de 2\u202f000 à 2\u202f001/],
      ],
    ],
  ])('%s', (_name, rows, wrong) => {
    const parsed = parseTariff({ type: 'BRACKETS', rows: rows.map(([min, max]) => row(min, max)) });
    expect('errors' in parsed && parsed.errors).toEqual(
      wrong.map(([field, message]) => ({ field: `tariff.${field}`, message: expect.stringMatching(message) })),
    );
  });
});
