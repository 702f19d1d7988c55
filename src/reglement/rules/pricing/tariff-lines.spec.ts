import { describe, expect, it } from '@jest/globals';
import { parseTariff } from './parse-tariff.js';
import { tariffTable } from './tariff-lines.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The rows as « label | audience | quotients | three prices ». */
function table(json: unknown) {
  const parsed = parseTariff(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  const { lines, notes, withoutQuotient } = tariffTable(parsed.tariff);
  return {
    rows: lines.map(({ label, audience, quotients, words }) =>
      plain(
        [label, audience, quotients, words.unitCents, words.unplannedCents, words.unjustifiedAbsenceCents].join(' | '),
      ),
    ),
    notes: notes.map(plain),
    withoutQuotient: withoutQuotient && plain(withoutQuotient),
  };
}

const FLAT = { type: 'FLAT', unitCents: 350 };
const ROWS = [
  { label: 'A', quotientMin: 0, quotientMax: 400, unitCents: 100, unplannedCents: 500 },
  { label: 'B', quotientMin: 400, quotientMax: 640.5, unitCents: 240 },
  { label: 'C', quotientMin: 640.5, quotientMax: null, unitCents: 360 },
];

describe('the rows of the règlement table', () => {
  it.each<[object, string[]]>([
    [FLAT, ['Tarif unique |  | tous les QF | 3,50 € | 3,50 € | 3,50 €']],
    [
      { type: 'BRACKETS', rows: ROWS, prices: { unjustifiedAbsence: { abs: 50 } } },
      [
        'A |  | QF inférieur à 400 | 1,00 € | 5,00 € | 1,50 €',
        'B |  | QF de 400 à moins de 640,5 | 2,40 € | 2,40 € | 2,90 €',
        'C |  | QF de 640,5 et plus | 3,60 € | 3,60 € | 4,10 €',
      ],
    ],
    [
      { type: 'EFFORT_RATE', ratePct: 0.36, minCents: 260, maxCents: 450, quotientMax: 1250 },
      [
        'Taux d’effort de 0,36 % |  | tous les QF | ' +
          Array(3).fill('0,36 % du QF, de 2,60 € à 4,50 €, QF compté au plus 1 250').join(' | '),
      ],
    ],
    [
      {
        type: 'BY_AUDIENCE',
        grids: [{ when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650 } }, { tariff: FLAT }],
      },
      [
        'Tarif unique | hors commune | tous les QF | 6,50 € | 6,50 € | 6,50 €',
        'Tarif unique |  | tous les QF | 3,50 € | 3,50 € | 3,50 €',
      ],
    ],
    [
      {
        type: 'FORFAIT',
        per: 'MONTH',
        byDaysPerWeek: { 1: 1200, 2: 2200 },
        prices: { unplanned: { fixedPrice: 500 } },
      },
      [
        '1 jour par semaine |  | tous les QF | 12,00 € par mois | 5,00 € | compris dans le forfait',
        '2 jours par semaine |  | tous les QF | 22,00 € par mois | 5,00 € | compris dans le forfait',
      ],
    ],
    [
      {
        type: 'FORFAIT',
        per: 'SCHOOL_PERIOD',
        tariff: { type: 'BRACKETS', rows: ROWS.map(({ unplannedCents: _, ...row }) => row) },
      },
      [
        'A |  | QF inférieur à 400 | 1,00 € par période scolaire | compris dans le forfait | compris dans le forfait',
        'B |  | QF de 400 à moins de 640,5 | 2,40 € par période scolaire | compris dans le forfait | compris dans le forfait',
        'C |  | QF de 640,5 et plus | 3,60 € par période scolaire | compris dans le forfait | compris dans le forfait',
      ],
    ],
    [
      { type: 'TIME_SLICES', sliceMinutes: 30, from: '16:15', tariff: { type: 'FLAT', unitCents: 55 } },
      [
        'Tarif unique |  | tous les QF | ' +
          Array(2).fill('0,55 € par demi-heure commencée, à partir de 16 h 15').join(' | ') +
          ' | 0,55 €',
      ],
    ],
    [
      {
        type: 'TIME_SLICES',
        sliceMinutes: 30,
        until: '18:30',
        tariff: { type: 'BRACKETS', rows: ROWS.map(({ unplannedCents: _, ...row }) => row) },
        prices: { unplanned: { abs: 100 }, unjustifiedAbsence: { pct: 50 } },
      },
      [
        'A |  | QF inférieur à 400 | 1,00 € par demi-heure commencée, jusqu’à 18 h 30 | 1,00 € par demi-heure commencée, jusqu’à 18 h 30, plus 1,00 € | 1,50 €',
        'B |  | QF de 400 à moins de 640,5 | 2,40 € par demi-heure commencée, jusqu’à 18 h 30 | 2,40 € par demi-heure commencée, jusqu’à 18 h 30, plus 1,00 € | 3,60 €',
        'C |  | QF de 640,5 et plus | 3,60 € par demi-heure commencée, jusqu’à 18 h 30 | 3,60 € par demi-heure commencée, jusqu’à 18 h 30, plus 1,00 € | 5,40 €',
      ],
    ],
    [
      {
        type: 'TIME_SLICES',
        sliceMinutes: 60,
        tariff: { type: 'FLAT', unitCents: 120 },
        prices: { unplanned: { fixedPrice: 500 }, unjustifiedAbsence: { multiplier: 2 } },
      },
      ['Tarif unique |  | tous les QF | 1,20 € par heure commencée | 5,00 € | 2,40 €'],
    ],
    [
      {
        type: 'TIME_SLICES',
        sliceMinutes: 15,
        tariff: { type: 'FLAT', unitCents: 40 },
        prices: { unplanned: { pct: 50 } },
      },
      [
        'Tarif unique |  | tous les QF | 0,40 € par quart d’heure commencé | 0,60 € par quart d’heure commencé | 0,40 €',
      ],
    ],
    [
      { type: 'TIME_SLICES', sliceMinutes: 720, tariff: { type: 'FLAT', unitCents: 900 } },
      [
        'Tarif unique |  | tous les QF | ' +
          Array(2).fill('9,00 € par tranche commencée de 720 min').join(' | ') +
          ' | 9,00 €',
      ],
    ],
    [
      {
        type: 'TIME_SLICES',
        table: [
          { uptoMinutes: 30, cents: 80 },
          { uptoMinutes: 90, cents: 150 },
          { uptoMinutes: 120, cents: 200 },
        ],
      },
      [
        'jusqu’à 30 min |  | tous les QF | 0,80 € | 0,80 € | 0,80 €',
        'jusqu’à 1 h 30 |  | tous les QF | 1,50 € | 1,50 € | 1,50 €',
        'plus de 1 h 30 |  | tous les QF | 2,00 € | 2,00 € | 2,00 €',
      ],
    ],
  ])('%j', (json, rows) => expect(table(json).rows).toEqual(rows));
});

describe('what holds beside the rows', () => {
  it.each<[object, string[]]>([
    [{ nonResident: { multiplier: 2 } }, ['hors commune : × 2']],
    [
      { reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 1, pct: 10 }] }] },
      ['1ᵉʳ enfant et suivants : −10 %'],
    ],
    [{ pai: { fixedPrice: 175 } }, ['repas fourni par la famille (PAI) : prix fixé à 1,75 €']],
    [
      {
        reductions: [
          {
            type: 'SIBLINGS',
            order: 'ELDEST_FIRST',
            ranks: [
              { from: 2, pct: 20 },
              { from: 3, pct: 30 },
            ],
          },
        ],
      },
      ['2ᵉ enfant : −20 %', '3ᵉ enfant et suivants : −30 %'],
    ],
    [
      {
        reductions: [
          {
            type: 'SIBLINGS',
            order: 'BY_ENROLMENTS',
            ranks: [
              { from: 2, cents: 20 },
              { from: 4, fixedPriceCents: 0 },
            ],
          },
        ],
      },
      ['2ᵉ enfant inscrit au 3ᵉ : −0,20 €', '4ᵉ enfant inscrit et suivants : prix fixé à 0,00 €'],
    ],
    [
      { prices: { unplanned: { costPrice: true } }, costPriceCents: 549 },
      ['présence non prévue : prix coûtant, 5,49 €'],
    ],
    [
      { prices: { unplanned: { abs: 500, counter: { per: 'FAMILY', period: 'MONTH', from: 3 } } } },
      ['présence non prévue : +5,00 €, à partir de la 3ᵉ fois du mois pour le foyer'],
    ],
    [
      { prices: { unplanned: { pct: 50, counter: { per: 'CHILD', period: 'SCHOOL_YEAR', upTo: 2 } } } },
      ['présence non prévue : +50 %, les 2 premières fois de l’année scolaire'],
    ],
    [
      { latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 } },
      ['départ après 18 h 30 : 5,00 € par quart d’heure commencé'],
    ],
    [{ supplements: [{ label: 'Goûter', cents: 50 }] }, ['Goûter : +0,50 €']],
    [{ split: { mealPct: 60 } }, ['dont repas : 60 %']],
    [{ split: { mealCents: 0 } }, ['tout est de la garde']],
    [{ split: { mealPct: '0.00' } }, ['tout est de la garde']],
  ])('%j', (options, notes) => expect(table({ ...FLAT, ...options }).notes).toEqual(notes));

  it('says whose it is when not all share it', () => {
    const json = {
      type: 'BY_AUDIENCE',
      pai: { fixedPrice: 100 },
      grids: [
        { when: { resident: false }, tariff: { ...FLAT, supplements: [{ label: 'Goûter', cents: 50 }] } },
        { tariff: FLAT },
      ],
    };
    expect(table(json).notes).toEqual([
      'repas fourni par la famille (PAI) : prix fixé à 1,00 €',
      'hors commune : Goûter : +0,50 €',
    ]);
  });

  it.each<[object, string | null]>([
    [FLAT, null],
    [{ type: 'BRACKETS', rows: ROWS }, 'C'],
    [{ type: 'BRACKETS', rows: ROWS, missingQuotient: { row: 'B' } }, 'B'],
    [{ type: 'EFFORT_RATE', ratePct: 1, minCents: 0, maxCents: 450 }, '4,50 €'],
  ])('the families without a quotient: %j', (json, words) => expect(table(json).withoutQuotient).toBe(words));
});
