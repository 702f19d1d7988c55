import { describe, expect, it } from '@jest/globals';
import { parseTariff } from './parse-tariff.js';
import { storedTariff, tariffJson } from './stored-tariff.js';

const FLAT = { type: 'FLAT', unitCents: 300 };
const GRID = { type: 'BRACKETS', rows: [{ label: 'A', quotientMin: 0, quotientMax: null, unitCents: 100 }] };
const by = (...grids: object[]) => ({ type: 'BY_AUDIENCE', grids });
const errorsOf = (json: unknown, field?: string) => {
  const parsed = parseTariff(json, field);
  return 'errors' in parsed ? parsed.errors : [];
};

describe('a tariff that cannot be meant is refused, field by field', () => {
  it.each<[unknown, string[]]>([
    [undefined, ['']],
    ['360', ['']],
    [{}, ['type']],
    [{ type: 'GRATUIT' }, ['type']],
    [{ type: 'FLAT' }, ['unitCents']],
    [{ type: 'FLAT', unitCents: -1, pct: 5 }, ['pct', 'unitCents']],
    [{ type: 'EFFORT_RATE' }, ['ratePct', 'minCents', 'maxCents']],
    [{ type: 'EFFORT_RATE', ratePct: '0.55555', minCents: 0, maxCents: 1 }, ['ratePct']],
    [{ type: 'EFFORT_RATE', ratePct: 0, minCents: 0, maxCents: 1 }, ['ratePct']],
    [{ type: 'EFFORT_RATE', ratePct: 'abc', minCents: 0, maxCents: 1 }, ['ratePct']],
    [{ type: 'EFFORT_RATE', ratePct: 1, minCents: 600, maxCents: 50 }, ['maxCents']],
    [
      { type: 'EFFORT_RATE', ratePct: 1, minCents: 0, maxCents: 5, quotientMin: 900, quotientMax: 900 },
      ['quotientMax'],
    ],
    [
      { type: 'EFFORT_RATE', ratePct: 1, minCents: 0, maxCents: 5, missingQuotient: { row: 'A' } },
      ['missingQuotient.row'],
    ],
    [{ type: 'BY_AUDIENCE', grids: [] }, ['grids']],
    [by({ when: { resident: true }, tariff: FLAT }), ['grids']],
    [by({ when: { resident: true }, tariff: FLAT }, { when: { resident: false, ageMin: 6 }, tariff: FLAT }), ['grids']],
    [by({ when: { daysPerWeekMin: 1, daysPerWeekMax: 7 }, tariff: FLAT }), ['grids']],
    [by({ when: { resident: 'oui' }, tariff: FLAT }, { tariff: FLAT }), ['grids[0].when.resident']],
    [by({ when: { schoolLevels: ['CP'] }, tariff: FLAT }, { tariff: FLAT }), ['grids[0].when.schoolLevels']],
    [by({ when: { ageMin: 6, ageMax: 3 }, tariff: FLAT }, { tariff: FLAT }), ['grids[0].when.ageMax']],
    [by({ when: { city: 'Roncq' }, tariff: FLAT }, { tariff: FLAT }), ['grids[0].when.city']],
    [by({ tariff: { type: 'FLAT', unitCents: 1.5 } }), ['grids[0].tariff.unitCents']],
    [{ type: 'FORFAIT', per: 'DAY', tariff: FLAT }, ['per']],
    [{ type: 'FORFAIT', per: 'MONTH' }, ['']],
    [{ type: 'FORFAIT', per: 'MONTH', byDaysPerWeek: { 1: 5, 3: 9 } }, ['byDaysPerWeek']],
    [{ type: 'FORFAIT', per: 'MONTH', byDaysPerWeek: { 1: -5 } }, ['byDaysPerWeek.1']],
    [{ type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FORFAIT', per: 'MONTH', tariff: FLAT } }, ['tariff.type']],
    [{ type: 'FORFAIT', per: 'MONTH', tariff: { ...FLAT, nonResident: { abs: 1 } } }, ['tariff.nonResident']],
    [{ type: 'FORFAIT', per: 'MONTH', tariff: FLAT, prices: { unplanned: { pct: 50 } } }, ['prices.unplanned']],
    [{ type: 'TIME_SLICES', tariff: FLAT }, ['sliceMinutes']],
    [{ type: 'TIME_SLICES', sliceMinutes: 30 }, ['']],
    [{ type: 'TIME_SLICES', sliceMinutes: 30, table: [{ uptoMinutes: 30, cents: 80 }] }, ['sliceMinutes']],
    [
      {
        type: 'TIME_SLICES',
        table: [
          { uptoMinutes: 30, cents: 80 },
          { uptoMinutes: 30, cents: 90 },
        ],
      },
      ['table[1].uptoMinutes'],
    ],
    [{ type: 'TIME_SLICES', sliceMinutes: 30, tariff: FLAT, from: '16h15' }, ['from']],
    [{ type: 'TIME_SLICES', sliceMinutes: 30, tariff: FLAT, from: '18:00', until: '17:00' }, ['until']],
    [{ ...FLAT, prices: { unplanned: { abs: 250, pct: 50 } } }, ['prices.unplanned']],
    [{ ...FLAT, prices: { unplanned: {} } }, ['prices.unplanned']],
    [{ ...FLAT, prices: { unit: { abs: 250 } } }, ['prices.unit']],
    [{ ...FLAT, prices: { unplanned: { multiplier: 0 } } }, ['prices.unplanned.multiplier']],
    [{ ...FLAT, prices: { unplanned: { costPrice: true } } }, ['costPriceCents']],
    [
      { ...FLAT, prices: { unplanned: { abs: 1, counter: { per: 'CHILD', period: 'MONTH', from: 0 } } } },
      ['prices.unplanned.counter.from'],
    ],
    [
      { ...FLAT, prices: { unplanned: { abs: 1, counter: { per: 'CLASS', period: 'DAY' } } } },
      ['prices.unplanned.counter.per', 'prices.unplanned.counter.period', 'prices.unplanned.counter'],
    ],
    [
      { ...FLAT, prices: { unplanned: { abs: 1, counter: { per: 'CHILD', period: 'MONTH', from: 3, upTo: 2 } } } },
      ['prices.unplanned.counter.upTo'],
    ],
    [
      { ...FLAT, nonResident: { abs: 1, counter: { per: 'CHILD', period: 'MONTH', from: 2 } } },
      ['nonResident.counter'],
    ],
    [{ ...FLAT, reductions: [{ type: 'LOYALTY' }] }, ['reductions[0].type']],
    [
      { ...FLAT, reductions: [{ type: 'SIBLINGS', order: 'YOUNGEST', ranks: [{ from: 2, pct: 120 }] }] },
      ['reductions[0].order', 'reductions[0].ranks[0].pct'],
    ],
    [
      {
        ...FLAT,
        reductions: [
          {
            type: 'SIBLINGS',
            ranks: [
              { from: 3, pct: 20 },
              { from: 2, pct: 10 },
            ],
          },
        ],
      },
      ['reductions[0].ranks[1].from'],
    ],
    [
      { ...FLAT, reductions: [{ type: 'SIBLINGS', ranks: [{ from: 2, pct: 20, cents: 5 }] }] },
      ['reductions[0].ranks[0]'],
    ],
    [{ ...FLAT, supplements: [{ label: '', cents: 60 }] }, ['supplements[0].label']],
    [
      {
        ...FLAT,
        supplements: [
          { label: 'Goûter', cents: 60 },
          { label: ' Goûter', cents: 90 },
        ],
      },
      ['supplements[1].label'],
    ],
    [{ ...GRID, missingQuotient: { row: 'Z' } }, ['missingQuotient.row']],
    [{ ...GRID, missingQuotient: { row: 'A', until: '2026-06-31' } }, ['missingQuotient.until']],
    [{ ...FLAT, latePickup: { after: '18:30', sliceMinutes: 0, cents: 500 } }, ['latePickup.sliceMinutes']],
    [{ ...FLAT, split: { mealCents: 200, mealPct: 50 } }, ['split']],
    [{ ...FLAT, split: { mealPct: 101 } }, ['split.mealPct']],
    [
      by({ tariff: by({ tariff: by({ tariff: by({ tariff: FLAT }) }) }) }),
      ['grids[0].tariff.grids[0].tariff.grids[0].tariff.grids[0].tariff'],
    ],
  ])('%j', (json, fields) => {
    const errors = errorsOf(json);
    expect(errors.map(({ field }) => field)).toEqual(
      fields.map((field) => (field === '' ? 'tariff' : `tariff.${field}`)),
    );
    for (const { message } of errors) {
      expect(message).toMatch(/^\p{Lu}.+\.$/u);
      expect(message).not.toMatch(/ [:;!?»]|« /);
    }
  });

  it('and the child that no grid is for is named', () => {
    const [error] = errorsOf(by({ when: { resident: true }, tariff: FLAT }, { when: { ageMin: 6 }, tariff: FLAT }));
    expect(error!.message).toContain('hors commune, 0\u00a0an.');
  });
});

describe('a tariff is accepted', () => {
  it.each([
    [by({ when: { resident: true }, tariff: FLAT }, { when: { resident: false }, tariff: FLAT })],
    [by({ when: { ageMax: 5 }, tariff: FLAT }, { when: { ageMin: 6 }, tariff: FLAT })],
    [by({ when: { childrenMax: 2 }, tariff: FLAT }, { when: { childrenMin: 3 }, tariff: FLAT })],
    [by({ when: { daysPerWeekMin: 3 }, tariff: FLAT }, { tariff: GRID })],
    [{ ...by({ when: { resident: false }, tariff: FLAT }, { tariff: GRID }), missingQuotient: { row: 'A' } }],
    [{ ...FLAT, split: null, nonResident: null }],
  ])('when everybody has one price: %j', (json) => expect(errorsOf(json)).toEqual([]));

  it('with decimals as numbers or texts, in their shortest writing', () => {
    for (const ratePct of [0.5, '0.50', '0,5', '00.5000'])
      expect(parseTariff({ type: 'EFFORT_RATE', ratePct, minCents: 0, maxCents: 500 })).toEqual({
        tariff: { type: 'EFFORT_RATE', ratePct: '0.5', minCents: 0, maxCents: 500 },
      });
  });

  it('and shown again as it was written', () => {
    const json = by(
      {
        when: { resident: false },
        tariff: { type: 'EFFORT_RATE', ratePct: '0.36', minCents: 260, maxCents: 450, quotientMax: 1250.5 },
      },
      {
        when: {},
        tariff: {
          type: 'BRACKETS',
          rows: [
            { label: 'A', quotientMin: 0, quotientMax: 642.5, unitCents: 1 },
            { label: 'B', quotientMin: 642.5, quotientMax: null, unitCents: 2 },
          ],
        },
      },
    );
    const parsed = parseTariff(json);
    expect('tariff' in parsed && tariffJson(parsed.tariff)).toEqual(json);
  });
});

describe('the first grids that were stored', () => {
  const row = (label: string, quotientMin: number, quotientMax: number | null) => ({
    ...{ label, quotientMin, quotientMax },
    ...{ unitCents: 1, unplannedCents: 2, unjustifiedAbsenceCents: 3 },
  });
  it('are grids by quotient', () => {
    const rows = [row('A', 0, 40000), row('B', 40000, null)];
    expect(storedTariff({ rows, missingQuotientRow: 1 })).toEqual({ type: 'BRACKETS', rows });
    expect(storedTariff({ rows, missingQuotientRow: 0 })).toEqual({
      type: 'BRACKETS',
      rows,
      missingQuotient: { row: 'A' },
    });
  });

  it('tell rows of the same name apart', () => {
    const rows = [row('A', 0, 40000), row('A', 40000, 50000), row('B', 50000, null)];
    expect(storedTariff({ rows, missingQuotientRow: 1 })).toMatchObject({
      rows: [{ label: 'A' }, { label: 'A (2)' }, { label: 'B' }],
      missingQuotient: { row: 'A (2)' },
    });
  });
});
