import { describe, expect, it } from '@jest/globals';
import { compileTariff, quoteFor } from './compile-tariff.js';
import { explanationInFrench, recheck } from './explanation.js';
import { parseTariff } from './parse-tariff.js';
import { type Happened, priceOf } from './price-of.js';
import type { PricingContext, Quote } from './quote.js';
import type { Tariff } from './tariff.js';

function read(json: unknown): Tariff {
  const parsed = parseTariff(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.tariff;
}

/** The price and its explanation, with ordinary spaces; checked again from its stored form. */
function priced(json: unknown, context: Partial<PricingContext>, happened: Partial<Happened> = {}) {
  const quote = JSON.parse(JSON.stringify(quoteFor(read(json), { quotient: null, ...context }))) as Quote;
  const { cents, explanation, ...parts } = priceOf(quote, { event: 'UNIT', ...happened });
  expect(recheck(JSON.parse(JSON.stringify(explanation)))).toBe(cents);
  return {
    cents,
    lines: explanationInFrench(explanation).map((line) => line.replace(/[\u00a0\u202f]/g, ' ')),
    ...parts,
  };
}

const GRID = {
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 600, unitCents: 240, unplannedCents: 500, paiCents: 80 },
    { label: 'B', quotientMin: 600, quotientMax: 800, unitCents: 360, unplannedCents: 720, paiCents: 100 },
    { label: 'C', quotientMin: 800, quotientMax: null, unitCents: 480, unplannedCents: 900 },
  ],
  reductions: [
    {
      type: 'SIBLINGS',
      order: 'ELDEST_FIRST',
      ranks: [
        { from: 2, pct: 20 },
        { from: 3, fixedPriceCents: 100 },
      ],
    },
  ],
};

describe('a grid by quotient', () => {
  it.each<[string, Partial<PricingContext>, Partial<Happened>, number, string[]]>([
    [
      'the second child',
      { quotient: 64250, childRank: 2 },
      {},
      288,
      [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €',
        '2ᵉ enfant : −20 % = −0,72 €',
        'total 2,88 €',
      ],
    ],
    [
      'just below a bound',
      { quotient: 59999 },
      {},
      240,
      ['quotient familial de 599,99 : tranche A (moins de 600), 2,40 €', 'total 2,40 €'],
    ],
    [
      'the fourth child, at a price of its own',
      { quotient: 64250, childRank: 4 },
      {},
      100,
      [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €',
        '4ᵉ enfant : prix fixé à 1,00 €',
        'total 1,00 €',
      ],
    ],
    [
      'a price that the row gives',
      { quotient: 64250, childRank: 2 },
      { event: 'UNPLANNED' },
      576,
      [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), prix si non prévu 7,20 €',
        '2ᵉ enfant : −20 % = −1,44 €',
        'total 5,76 €',
      ],
    ],
    [
      'an absence that the row says nothing of',
      { quotient: 64250 },
      { event: 'UNJUSTIFIED_ABSENCE' },
      360,
      ['quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €', 'total 3,60 €'],
    ],
    [
      'no quotient',
      {},
      {},
      480,
      ['quotient familial inconnu, donc tranche la plus haute : tranche C (800 ou plus), 4,80 €', 'total 4,80 €'],
    ],
    [
      'a quotient that is over',
      { quotientExpiredOn: '2026-08-31' },
      {},
      480,
      [
        'quotient familial expiré le 31 août 2026, donc tranche la plus haute : tranche C (800 ou plus), 4,80 €',
        'total 4,80 €',
      ],
    ],
    [
      'a meal brought by the family',
      { quotient: 64250, pai: true },
      {},
      100,
      [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €',
        'repas fourni par la famille : prix fixé à 1,00 €',
        'total 1,00 €',
      ],
    ],
    [
      'a meal brought by the family where the row has no price for it',
      { quotient: 80000, pai: true },
      {},
      480,
      ['quotient familial de 800 : tranche C (800 ou plus), 4,80 €', 'total 4,80 €'],
    ],
  ])('%s', (_case, context, happened, cents, lines) =>
    expect(priced(GRID, context, happened)).toEqual({ cents, lines }),
  );

  it.each([
    [undefined, 'HIGHEST', 480],
    ['A', 'A', 240],
    ['B', 'until 30 September', 360],
  ])('a missing quotient pays the row %s', (row, _, cents) => {
    const tariff = { ...GRID, ...(row ? { missingQuotient: { row, until: '2026-09-30' } } : {}) };
    expect(priced(tariff, { on: '2026-09-30' }).cents).toBe(cents);
    expect(priced(tariff, { on: '2026-10-01' }).cents).toBe(480);
  });

  it('refuses what is no quotient in hundredths', () => {
    for (const quotient of [-1, 640.5, Number.NaN])
      expect(() => quoteFor(read(GRID), { quotient })).toThrow(RangeError);
  });
});

describe('a rate of the quotient', () => {
  const RATE = { type: 'EFFORT_RATE', ratePct: 0.55, minCents: 50, maxCents: 600, quotientMin: 200, quotientMax: 2000 };
  it.each<[string, Partial<PricingContext>, number, string[]]>([
    [
      'is exact until its total',
      { quotient: 64250 },
      353,
      ['quotient familial de 642,5 × 0,55 % = 3,53375 €', 'total 3,53 € (arrondi au centime)'],
    ],
    ['rounds half up', { quotient: 60000 }, 330, ['quotient familial de 600 × 0,55 % = 3,30 €', 'total 3,30 €']],
    [
      'counts a low quotient as the lowest',
      { quotient: 1000 },
      110,
      ['quotient familial de 10, compté 200, × 0,55 % = 1,10 €', 'total 1,10 €'],
    ],
    [
      'stops at its ceiling',
      { quotient: 150000 },
      600,
      ['quotient familial de 1 500 × 0,55 % = 8,25 €, au plus 6,00 €', 'total 6,00 €'],
    ],
    [
      'is the ceiling without a quotient',
      {},
      600,
      ['quotient familial inconnu, donc prix le plus haut : 6,00 €', 'total 6,00 €'],
    ],
  ])('%s', (_case, context, cents, lines) => expect(priced(RATE, context)).toEqual({ cents, lines }));

  it('is reduced before it is rounded', () => {
    const tariff = { ...RATE, reductions: [{ type: 'SIBLINGS', ranks: [{ from: 2, pct: '20' }] }] };
    expect(priced(tariff, { quotient: 64250, childRank: 2 })).toEqual({
      cents: 283,
      lines: [
        'quotient familial de 642,5 × 0,55 % = 3,53375 €',
        '2ᵉ enfant : −20 % = −0,70675 €',
        'total 2,83 € (arrondi au centime)',
      ],
    });
  });

  it('has a floor', () => {
    expect(priced({ ...RATE, quotientMin: 0 }, { quotient: 5000 })).toEqual({
      cents: 50,
      lines: ['quotient familial de 50 × 0,55 % = 0,275 €, au moins 0,50 €', 'total 0,50 €'],
    });
  });
});

describe('audiences', () => {
  const OUT = {
    type: 'BY_AUDIENCE',
    grids: [
      { when: { resident: true, schoolLevels: ['MATERNELLE'] }, tariff: { type: 'FLAT', unitCents: 300 } },
      { when: { resident: true, ageMin: 6, ageMax: 11 }, tariff: { type: 'FLAT', unitCents: 350 } },
      { tariff: { type: 'FLAT', unitCents: 520 } },
    ],
  };
  it.each<[Partial<PricingContext>, number, string[]]>([
    [
      { schoolLevel: 'MATERNELLE', age: 4 },
      300,
      ['grille : habitants de la commune, maternelle', 'tarif unique : 3,00 €', 'total 3,00 €'],
    ],
    [
      { schoolLevel: 'ELEMENTAIRE', age: 11 },
      350,
      ['grille : habitants de la commune, de 6 à 11 ans', 'tarif unique : 3,50 €', 'total 3,50 €'],
    ],
    [{ schoolLevel: 'MATERNELLE', resident: false }, 520, ['tarif unique : 5,20 €', 'total 5,20 €']],
    [{ schoolLevel: 'COLLEGE', age: 12 }, 520, ['tarif unique : 5,20 €', 'total 5,20 €']],
  ])('%j', (context, cents, lines) => expect(priced(OUT, context)).toEqual({ cents, lines }));

  it('have their own options, or those of the whole tariff', () => {
    const tariff = {
      type: 'BY_AUDIENCE',
      prices: { unplanned: { abs: 250 } },
      grids: [
        {
          when: { resident: false },
          tariff: { type: 'FLAT', unitCents: 500, prices: { unplanned: { fixedPrice: 1000 } } },
        },
        { tariff: { type: 'FLAT', unitCents: 300 } },
      ],
    };
    expect(priced(tariff, { resident: false }, { event: 'UNPLANNED' }).cents).toBe(1000);
    expect(priced(tariff, {}, { event: 'UNPLANNED' })).toEqual({
      cents: 550,
      lines: ['tarif unique : 3,00 €', 'présence non prévue : +2,50 €', 'total 5,50 €'],
    });
  });
});

describe('a forfait', () => {
  const MONTH = { type: 'FORFAIT', per: 'MONTH', byDaysPerWeek: { 1: 1200, 2: 2200, 3: 3000, 4: 3600 } };
  const november = { from: '2026-11-01', to: '2026-11-30' };
  it.each<[string, Partial<PricingContext>, Partial<Happened>, number, string[]]>([
    [
      'its first use carries it',
      { daysPerWeek: 2 },
      { rankInPeriod: 1 },
      2200,
      ['2 jours par semaine : 22,00 €', 'forfait de novembre 2026 : 22,00 €', 'total 22,00 €'],
    ],
    [
      'the others are in it',
      { daysPerWeek: 2 },
      { rankInPeriod: 7 },
      0,
      ['2 jours par semaine : 22,00 €', 'compris dans le forfait de novembre 2026', 'total 0,00 €'],
    ],
    [
      'more days than it knows cost the most',
      { daysPerWeek: 5 },
      {},
      3600,
      ['5 jours par semaine : 36,00 €', 'forfait de novembre 2026 : 36,00 €', 'total 36,00 €'],
    ],
    [
      'unknown days cost the most',
      {},
      {},
      3600,
      [
        'nombre de jours par semaine inconnu, forfait le plus élevé : 36,00 €',
        'forfait de novembre 2026 : 36,00 €',
        'total 36,00 €',
      ],
    ],
    [
      'an absence is in it',
      { daysPerWeek: 1 },
      { event: 'UNJUSTIFIED_ABSENCE', rankInPeriod: 2 },
      0,
      ['1 jour par semaine : 12,00 €', 'compris dans le forfait de novembre 2026', 'total 0,00 €'],
    ],
  ])('%s', (_case, context, happened, cents, lines) =>
    expect(priced(MONTH, context, { period: november, ...happened })).toEqual({ cents, lines }),
  );

  it('leaves out what has a price of its own', () => {
    const tariff = { ...MONTH, prices: { unplanned: { abs: 250 } } };
    expect(priced(tariff, { daysPerWeek: 1 }, { event: 'UNPLANNED', period: november })).toEqual({
      cents: 250,
      lines: [
        '1 jour par semaine : 12,00 €',
        'hors forfait de novembre 2026',
        'présence non prévue : +2,50 €',
        'total 2,50 €',
      ],
    });
  });

  it('can be that of a grid, of any period', () => {
    const tariff = {
      type: 'FORFAIT',
      per: 'SCHOOL_PERIOD',
      tariff: { type: 'BRACKETS', rows: GRID.rows },
      nonResident: { multiplier: 2 },
    };
    const period = { from: '2026-11-02', to: '2027-01-03' };
    expect(priced(tariff, { quotient: 64250, resident: false }, { period })).toEqual({
      cents: 720,
      lines: [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €',
        'hors commune : × 2 = +3,60 €',
        'forfait de la période du 2 novembre 2026 au 3 janvier 2027 : 7,20 €',
        'total 7,20 €',
      ],
    });
  });
});

describe('the time that a child stays', () => {
  const EVENING = { type: 'TIME_SLICES', sliceMinutes: 30, from: '16:15', tariff: { type: 'FLAT', unitCents: 55 } };
  const LATE = { ...EVENING, latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 } };
  it.each<[string, object, Partial<Happened>, number, string[]]>([
    [
      'a minute more begins a slice',
      EVENING,
      { arrival: '16:15', departure: '16:46' },
      110,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 16 h 46, 31 min : 2 demi-heures commencées × 0,55 € = 1,10 €',
        'total 1,10 €',
      ],
    ],
    [
      'a slice that is just over does not',
      EVENING,
      { arrival: '16:15', departure: '16:45' },
      55,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 16 h 45, 30 min : 1 demi-heure commencée × 0,55 € = 0,55 €',
        'total 0,55 €',
      ],
    ],
    [
      'a child who leaves before the time that counts owes one',
      { ...EVENING, from: '16:30' },
      { arrival: '16:00', departure: '16:10' },
      55,
      [
        'tarif unique : 0,55 €',
        'de 16 h 30 à 16 h 30, 0 min : 1 demi-heure commencée × 0,55 € = 0,55 €',
        'total 0,55 €',
      ],
    ],
    [
      'slices are those of the service',
      EVENING,
      { arrival: '17:00', departure: '17:16' },
      110,
      [
        'tarif unique : 0,55 €',
        'de 16 h 45 à 17 h 16, 31 min : 2 demi-heures commencées × 0,55 € = 1,10 €',
        'total 1,10 €',
      ],
    ],
    [
      'a child who leaves at once owes one',
      EVENING,
      { arrival: '16:15', departure: '16:15' },
      55,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 16 h 15, 0 min : 1 demi-heure commencée × 0,55 € = 0,55 €',
        'total 0,55 €',
      ],
    ],
    [
      'no hour noted: until the service ends',
      EVENING,
      { closesAt: '18:30' },
      275,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 18 h 30 (départ non pointé), 2 h 15 : 5 demi-heures commencées × 0,55 € = 2,75 €',
        'total 2,75 €',
      ],
    ],
    [
      'no hour known at all: one slice',
      EVENING,
      {},
      55,
      ['tarif unique : 0,55 €', 'départ non pointé : 1 demi-heure commencée × 0,55 € = 0,55 €', 'total 0,55 €'],
    ],
    [
      'an absence owes one slice',
      EVENING,
      { event: 'UNJUSTIFIED_ABSENCE' },
      55,
      ['tarif unique : 0,55 €', 'durée la plus courte : 1 demi-heure commencée × 0,55 € = 0,55 €', 'total 0,55 €'],
    ],
    [
      'a day of carence owes one slice too',
      EVENING,
      { absent: true, closesAt: '18:30' },
      55,
      ['tarif unique : 0,55 €', 'durée la plus courte : 1 demi-heure commencée × 0,55 € = 0,55 €', 'total 0,55 €'],
    ],
    [
      'who is fetched late',
      LATE,
      { arrival: '16:15', departure: '18:46' },
      1275,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 18 h 30, 2 h 15 : 5 demi-heures commencées × 0,55 € = 2,75 €',
        'départ à 18 h 46, après 18 h 30 : 2 quarts d’heure commencés × 5,00 € = +10,00 €',
        'total 12,75 €',
      ],
    ],
    [
      'who is fetched in time',
      LATE,
      { arrival: '16:15', departure: '18:30' },
      275,
      [
        'tarif unique : 0,55 €',
        'de 16 h 15 à 18 h 30, 2 h 15 : 5 demi-heures commencées × 0,55 € = 2,75 €',
        'total 2,75 €',
      ],
    ],
    [
      'a morning is counted back from its end',
      { type: 'TIME_SLICES', sliceMinutes: 30, until: '08:20', tariff: { type: 'FLAT', unitCents: 60 } },
      { arrival: '07:45' },
      120,
      [
        'tarif unique : 0,60 €',
        'de 7 h 45 à 8 h 20, 35 min : 2 demi-heures commencées × 0,60 € = 1,20 €',
        'total 1,20 €',
      ],
    ],
  ])('%s', (_case, tariff, happened, cents, lines) => expect(priced(tariff, {}, happened)).toEqual({ cents, lines }));

  const TABLE = {
    type: 'TIME_SLICES',
    table: [
      { uptoMinutes: 30, cents: 80 },
      { uptoMinutes: 90, cents: 150 },
      { uptoMinutes: 120, cents: 200 },
    ],
  };
  it.each<[Partial<Happened>, number, string]>([
    [{ arrival: '16:30', departure: '17:00' }, 80, 'de 16 h 30 à 17 h 00, 30 min : jusqu’à 30 min, 0,80 €'],
    [{ arrival: '16:30', departure: '17:01' }, 150, 'de 16 h 30 à 17 h 01, 31 min : jusqu’à 1 h 30, 1,50 €'],
    [{ arrival: '16:30', departure: '19:30' }, 200, 'de 16 h 30 à 19 h 30, 3 h : durée la plus longue, 2,00 €'],
    [{ event: 'UNJUSTIFIED_ABSENCE' }, 80, 'durée la plus courte : jusqu’à 30 min, 0,80 €'],
  ])('by a table of stays: %j', (happened, cents, line) =>
    expect(priced(TABLE, {}, happened)).toEqual({
      cents,
      lines: [line, `total ${(cents / 100).toFixed(2).replace('.', ',')} €`],
    }),
  );

  it('is priced by quotient, reduced on the whole', () => {
    const tariff = { ...EVENING, tariff: { type: 'BRACKETS', rows: GRID.rows }, reductions: GRID.reductions };
    expect(priced(tariff, { quotient: 64250, childRank: 2 }, { departure: '17:15' })).toEqual({
      cents: 576,
      lines: [
        'quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,60 €',
        'de 16 h 15 à 17 h 15, 1 h : 2 demi-heures commencées × 3,60 € = 7,20 €',
        '2ᵉ enfant : −20 % = −1,44 €',
        'total 5,76 €',
      ],
    });
  });
});

describe('options', () => {
  const FLAT = { type: 'FLAT', unitCents: 299 };
  it.each<[string, object, Partial<PricingContext>, Partial<Happened>, number, string[]]>([
    [
      'a percentage more',
      { prices: { unplanned: { pct: 50 } } },
      {},
      { event: 'UNPLANNED' },
      449,
      ['tarif unique : 2,99 €', 'présence non prévue : +50 % = +1,495 €', 'total 4,49 € (arrondi au centime)'],
    ],
    [
      'a factor',
      { prices: { unplanned: { multiplier: 2 } } },
      {},
      { event: 'UNPLANNED' },
      598,
      ['tarif unique : 2,99 €', 'présence non prévue : × 2 = +2,99 €', 'total 5,98 €'],
    ],
    [
      'a fixed price',
      { prices: { unplanned: { fixedPrice: 1000 } } },
      {},
      { event: 'UNPLANNED' },
      1000,
      ['tarif unique : 2,99 €', 'présence non prévue : prix fixé à 10,00 €', 'total 10,00 €'],
    ],
    [
      'the cost price',
      { costPriceCents: 850, prices: { unplanned: { costPrice: true } } },
      {},
      { event: 'UNPLANNED' },
      850,
      ['tarif unique : 2,99 €', 'présence non prévue : prix coûtant, 8,50 €', 'total 8,50 €'],
    ],
    [
      'an absence beside the meal (P08)',
      { prices: { unjustifiedAbsence: { abs: 50 } } },
      {},
      { event: 'UNJUSTIFIED_ABSENCE' },
      349,
      ['tarif unique : 2,99 €', 'absence injustifiée : +0,50 €', 'total 3,49 €'],
    ],
    [
      'from the third time of the month',
      { prices: { unplanned: { abs: 300, counter: { per: 'CHILD', period: 'MONTH', from: 3 } } } },
      {},
      { event: 'UNPLANNED', countThisMonth: 2 },
      299,
      ['tarif unique : 2,99 €', 'présence non prévue, 2ᵉ fois ce mois-ci : sans majoration', 'total 2,99 €'],
    ],
    [
      'from then on',
      { prices: { unplanned: { abs: 300, counter: { per: 'CHILD', period: 'MONTH', from: 3 } } } },
      {},
      { event: 'UNPLANNED', countThisMonth: 3 },
      599,
      ['tarif unique : 2,99 €', 'présence non prévue, 3ᵉ fois ce mois-ci : +3,00 €', 'total 5,99 €'],
    ],
    [
      'for the first two only (R22)',
      { prices: { unplanned: { abs: 300, counter: { per: 'FAMILY', period: 'SCHOOL_YEAR', upTo: 2 } } } },
      {},
      { event: 'UNPLANNED', countThisSchoolYear: 3 },
      299,
      [
        'tarif unique : 2,99 €',
        'présence non prévue, 3ᵉ fois cette année scolaire pour le foyer : sans majoration',
        'total 2,99 €',
      ],
    ],
    [
      'outside the commune',
      { nonResident: { pct: '33.5' } },
      { resident: false },
      {},
      399,
      ['tarif unique : 2,99 €', 'hors commune : +33,5 % = +1,00165 €', 'total 3,99 € (arrondi au centime)'],
    ],
    [
      'chosen supplements',
      { supplements: [{ label: 'Goûter', cents: 60 }] },
      {},
      { supplements: ['Goûter'] },
      359,
      ['tarif unique : 2,99 €', 'Goûter : +0,60 €', 'total 3,59 €'],
    ],
    [
      'a booking made late',
      {},
      {},
      { lateBooking: { pct: 50 } },
      449,
      ['tarif unique : 2,99 €', 'réservation hors délai : +50 % = +1,495 €', 'total 4,49 € (arrondi au centime)'],
    ],
    [
      'an only child, where the first has a reduction too',
      { reductions: [{ type: 'SIBLINGS', ranks: [{ from: 1, cents: 9 }] }] },
      {},
      {},
      290,
      ['tarif unique : 2,99 €', '1ᵉʳ enfant : −0,09 €', 'total 2,90 €'],
    ],
    [
      'never less than nothing',
      { reductions: [{ type: 'SIBLINGS', ranks: [{ from: 2, cents: 500 }] }] },
      { childRank: 2 },
      {},
      0,
      ['tarif unique : 2,99 €', '2ᵉ enfant : −5,00 €, ramené à −2,99 € (jamais moins de 0,00 €)', 'total 0,00 €'],
    ],
    [
      'a rank among the enrolled',
      { reductions: [{ type: 'SIBLINGS', order: 'BY_ENROLMENTS', ranks: [{ from: 3, fixedPriceCents: 330 }] }] },
      { childRank: 3, enrolledRank: 2 },
      {},
      299,
      ['tarif unique : 2,99 €', 'total 2,99 €'],
    ],
  ])('%s', (_case, options, context, happened, cents, lines) =>
    expect(priced({ ...FLAT, ...options }, context, happened)).toEqual({ cents, lines }),
  );

  it.each<[object, Partial<Happened>, number, number]>([
    [{ split: { mealCents: 200 } }, {}, 200, 99],
    [{ split: { mealCents: 400 } }, {}, 299, 0],
    [{ split: { mealPct: 50 } }, {}, 150, 149],
    [{ split: { mealPct: 50 }, prices: { unplanned: { abs: 0 } } }, { event: 'UNPLANNED' }, 150, 149],
  ])('the meal and the care: %j %j', (options, happened, mealCents, careCents) => {
    const answer = priced({ ...FLAT, ...options }, {}, happened);
    expect(answer).toMatchObject({ cents: 299, mealCents, careCents });
    expect(answer.lines.at(-1)).toMatch(/^dont repas \d,\d\d € et garde \d,\d\d €$/);
  });

  it.each<[string, object, object, Partial<Happened>, number, number, string]>([
    ['a snack', {}, {}, { supplements: ['Goûter'] }, 359, 99, 'dont repas et autres 2,60 € et garde 0,99 €'],
    ['being late', {}, {}, { lateBooking: { pct: 50 } }, 449, 99, 'dont repas et autres 3,50 € et garde 0,99 €'],
    ['coming unannounced', {}, {}, { event: 'UNPLANNED' }, 599, 99, 'dont repas et autres 5,00 € et garde 0,99 €'],
    [
      'a lower price than the service',
      { prices: { unplanned: { fixedPrice: 250 } } },
      {},
      { event: 'UNPLANNED' },
      250,
      50,
      'dont repas 2,00 € et garde 0,50 €',
    ],
    [
      'a meal from home: all is care',
      { pai: { fixedPrice: 100 } },
      { pai: true },
      {},
      100,
      100,
      'tout est de la garde',
    ],
    ['an absence', {}, {}, { event: 'UNJUSTIFIED_ABSENCE' }, 299, 0, 'sans frais de garde'],
    ['a day of carence', {}, {}, { absent: true }, 299, 0, 'sans frais de garde'],
  ])('no care beside the service: %s', (_, options, context, happened, cents, careCents, line) => {
    const usual = {
      split: { mealCents: 200 },
      supplements: [{ label: 'Goûter', cents: 60 }],
      prices: { unplanned: { abs: 300 } },
    };
    const answer = priced({ ...FLAT, ...usual, ...options }, context, happened);
    expect(answer).toMatchObject({ cents, careCents, mealCents: cents - careCents });
    expect(answer.lines.at(-1)).toBe(line);
  });

  it.each<[string, Partial<Happened>, number, string]>([
    ['a morning', {}, 299, 'tout est de la garde'],
    ['with a snack', { supplements: ['Goûter'] }, 299, 'dont autres frais 0,60 € et garde 2,99 €'],
    ['an absence', { event: 'UNJUSTIFIED_ABSENCE' }, 0, 'sans frais de garde'],
  ])('a service without a meal: %s', (_, happened, careCents, line) => {
    const care = { split: { mealCents: 0 }, supplements: [{ label: 'Goûter', cents: 60 }] };
    const answer = priced({ ...FLAT, ...care }, {}, happened);
    expect([answer.careCents, answer.lines.at(-1)]).toEqual([careCents, line]);
  });

  it('a forfait is care whoever came the first day', () => {
    const month = { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4000 }, split: { mealPct: 25 } };
    expect(priced(month, {}, { event: 'UNJUSTIFIED_ABSENCE' })).toMatchObject({ mealCents: 1000, careCents: 3000 });
  });
});

describe('what a parent is told before booking', () => {
  it.each<[string, object, Partial<PricingContext>, [number, number, number], string]>([
    ['the three prices of the row', GRID, { quotient: 64250 }, [360, 720, 360], 'B'],
    [
      'a rate',
      { type: 'EFFORT_RATE', ratePct: '0.55', minCents: 50, maxCents: 600 },
      { quotient: 64250 },
      [353, 353, 353],
      'Taux d’effort de 0,55\u00a0%',
    ],
    [
      'one slice',
      { type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 55 } },
      {},
      [55, 55, 55],
      'Tarif unique',
    ],
    [
      'one more day of a forfait',
      {
        type: 'FORFAIT',
        per: 'MONTH',
        tariff: { type: 'FLAT', unitCents: 4000 },
        prices: { unplanned: { fixedPrice: 500 } },
      },
      {},
      [0, 500, 0],
      'Tarif unique',
    ],
  ])('%s', (_case, json, context, prices, rowLabel) => {
    const { unitCents, unplannedCents, unjustifiedAbsenceCents, ...rest } = quoteFor(read(json), {
      quotient: null,
      ...context,
    });
    expect([unitCents, unplannedCents, unjustifiedAbsenceCents]).toEqual(prices);
    expect(rest.rowLabel).toBe(rowLabel);
  });

  it('stands, whatever the tariff becomes', () => {
    const quote = JSON.parse(
      JSON.stringify(quoteFor(read(GRID), { quotient: 64250, childRank: 2, tariffId: 4, policyId: 2 })),
    );
    const { cents, explanation } = priceOf(quote, { event: 'UNIT', promisedOn: '2026-09-01' });
    expect(cents).toBe(288);
    expect(explanationInFrench(explanation)).toEqual([
      'tarif n°\u00a04, règlement n°\u00a02',
      'quotient familial de 642,5\u00a0: tranche B (de 600 à moins de 800), 3,60\u00a0€',
      '2ᵉ enfant\u00a0: −20\u00a0% = −0,72\u00a0€',
      'prix promis à la réservation, le 1er septembre 2026',
      'total 2,88\u00a0€',
    ]);
  });

  it('is the same for all who are alike', () => {
    const tariff = compileTariff(read(GRID));
    expect(tariff.quote({ quotient: 64250, childRank: 2 })).toEqual(tariff.quote({ quotient: 64250, childRank: 2 }));
    expect(tariff.quote({ quotient: 64250, childRank: 1 }).unitCents).toBe(360);
  });
});
