import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TARIFF_EXAMPLES } from '../../../src/reglement/api/tariff-examples.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Commune, newCommune } from '../../support/prestations.js';

const NBSP = '\u00a0';
const GRID = {
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 600, unitCents: 240 },
    { label: 'B', quotientMin: 600, quotientMax: 800, unitCents: 360 },
    { label: 'C', quotientMin: 800, quotientMax: null, unitCents: 480 },
  ],
  reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: 20 }] }],
};

describe('the preview of a tariff', () => {
  let service: RunningService;
  let commune: Commune;
  const preview = (body: object) => commune.administrateur.post(`${commune.path}/tariffs/preview`, body);

  beforeAll(async () => {
    service = await startService('tariff-preview');
    commune = await newCommune(service);
  });
  afterAll(() => service.stop());

  it('answers each case with its amount and every step to it', async () => {
    const cases = [
      { quotient: 642.5, resident: true, childRank: 2, event: 'UNIT' },
      { quotient: 599.99 },
      { quotient: 500, quotientExpiredOn: '2026-08-31', date: '2026-09-01' },
      { quotient: 500, quotientExpiredOn: '2026-08-31', date: '2026-08-31' },
      { quotient: null },
    ];
    const answer = await preview({ tariff: { ...GRID, split: { mealCents: 200 } }, cases });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        cases: [
          { amountCents: 288, mealCents: 200, careCents: 88 },
          { amountCents: 240 },
          { amountCents: 480 },
          { amountCents: 240 },
          { amountCents: 480 },
        ],
        warnings: [],
      },
    });
    expect(answer.body.cases[0].explanation).toEqual([
      `quotient familial de 642,5${NBSP}: tranche B (de 600 à moins de 800), 3,60${NBSP}€`,
      `2ᵉ enfant${NBSP}: −20${NBSP}% = −0,72${NBSP}€`,
      `total 2,88${NBSP}€`,
      `dont repas 2,00${NBSP}€ et garde 0,88${NBSP}€`,
    ]);
    expect(answer.body.cases[2].explanation[0]).toMatch(
      /^quotient familial expiré le 31 août 2026, donc tranche la plus haute/,
    );
  });

  it('names the period of a forfait by the calendar there, and says what it supposed', async () => {
    const tariff = { type: 'FORFAIT', per: 'SCHOOL_PERIOD', tariff: { type: 'FLAT', unitCents: 4000 } };
    const answer = await preview({ tariff, cases: [{ date: '2026-11-26' }, { date: '2026-11-27', rankInPeriod: 2 }] });
    expect(answer.status).toBe(200);
    expect(answer.body.cases.map(({ amountCents }: { amountCents: number }) => amountCents)).toEqual([4000, 0]);
    expect(answer.body.cases[1].explanation[1]).toBe(
      'compris dans le forfait de la période du 2 novembre 2026 au 18 décembre 2026',
    );
    expect(answer.body.warnings).toEqual([
      `Cas n°${NBSP}1${NBSP}: sans rankInPeriod, compté comme la première fois du forfait.`,
    ]);
  });

  it.each<[string, object, string[]]>([
    [
      'a grid with a hole',
      { tariff: { ...GRID, rows: [GRID.rows[0], GRID.rows[2]] }, cases: [] },
      ['tariff.rows[1].quotientMin'],
    ],
    ['no tariff', { cases: [] }, ['tariff']],
    ['no cases', { tariff: GRID }, ['cases']],
    ['too many cases', { tariff: GRID, cases: Array(1001).fill({}) }, ['cases']],
    ['a case that is none', { tariff: GRID, cases: [7] }, ['cases[0]']],
    [
      'cases that cannot be read',
      {
        tariff: GRID,
        cases: [
          {},
          { quotient: -1, event: 'PRESENT', childRank: 0, arrival: '17h', colour: 'red', date: '2026-02-30' },
        ],
      },
      [
        'cases[1].colour',
        'cases[1].date',
        'cases[1].quotient',
        'cases[1].childRank',
        'cases[1].event',
        'cases[1].arrival',
      ],
    ],
    [
      'who leaves before coming',
      { tariff: GRID, cases: [{ arrival: '17:00', departure: '16:00' }] },
      ['cases[0].departure'],
    ],
    ['a supplement that is not one', { tariff: GRID, cases: [{ supplements: ['Goûter'] }] }, ['cases[0].supplements']],
    [
      'a child of unknown age where it matters',
      {
        tariff: {
          type: 'BY_AUDIENCE',
          grids: [
            { when: { ageMax: 5 }, tariff: GRID },
            { when: { ageMin: 6 }, tariff: GRID },
          ],
        },
        cases: [{}],
      },
      ['cases[0]'],
    ],
    [
      'a date beyond the calendar',
      {
        tariff: { type: 'FORFAIT', per: 'SCHOOL_PERIOD', tariff: { type: 'FLAT', unitCents: 4000 } },
        cases: [{ date: '2050-01-10' }],
      },
      ['cases[0].date'],
    ],
  ])('refuses %s', async (_what, body, fields) => {
    const answer = await preview(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'TARIFF_NOT_VALID' } });
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('is for administrators of the commune', async () => {
    const body = { tariff: GRID, cases: [] };
    expect((await commune.agent.post(`${commune.path}/tariffs/preview`, body)).status).toBe(403);
    const other = await newCommune(service);
    expect((await other.administrateur.post(`${commune.path}/tariffs/preview`, body)).status).toBe(404);
  });

  it('prices every example of the documentation', async () => {
    const { paths } = JSON.parse(readFileSync('docs/openapi/administration.json', 'utf8'));
    const operation = paths['/api/v1/collectivites/{collectiviteId}/tariffs/preview'].post;
    const { examples } = operation.requestBody.content['application/json'];
    expect(Object.keys(examples)).toEqual(Object.keys(TARIFF_EXAMPLES));
    for (const [name, { value }] of Object.entries<{ value: { cases: object[] } }>(examples)) {
      const answer = await preview(value);
      expect([name, answer.status]).toEqual([name, 200]);
      expect(answer.body.cases).toHaveLength(value.cases.length);
    }
  });

  it('prices a thousand cases at once', async () => {
    const cases = Array.from({ length: 1000 }, (_, index) => ({ quotient: index, childRank: 2 }));
    const answer = await preview({ tariff: GRID, cases });
    expect(answer.status).toBe(200);
    expect(answer.body.cases).toHaveLength(1000);
    expect(answer.body.cases.at(-1).amountCents).toBe(384);
  });
});
