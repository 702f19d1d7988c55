/**
 * Prices: each tariff compiled once, beside a function written for it alone that says the same: the amount and the
 * steps that lead to it. One evaluation is a family that asks and what then happened.
 */
import { compileTariff } from '../../dist/reglement/rules/pricing/compile-tariff.js';
import { recheck } from '../../dist/reglement/rules/pricing/explanation.js';
import { parseTariff } from '../../dist/reglement/rules/pricing/parse-tariff.js';
import { priceOf } from '../../dist/reglement/rules/pricing/price-of.js';

const BOUNDS = [0, 40000, 64000, 86000, 115000, 150000, 170000, 190000];
const UNITS = [50, 175, 235, 305, 355, 405, 460, 490];
const rows = BOUNDS.map((bound, index) => ({
  label: String(index + 1),
  quotientMin: bound / 100,
  quotientMax: index === BOUNDS.length - 1 ? null : BOUNDS[index + 1] / 100,
  unitCents: UNITS[index],
}));
const SIBLINGS = [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '20' }] }];

/** Two hundred families, alike for each tariff: quotients of all rows, one to three children, hours of an evening. */
const asked = Array.from({ length: 200 }, (_, index) => ({
  context: { quotient: (index * 104_729) % 210_000, childRank: (index % 3) + 1, resident: index % 5 !== 0 },
  happened: {
    event: index % 7 === 0 ? 'UNPLANNED' : 'UNIT',
    arrival: '16:15',
    departure: `17:${String(10 + (index % 50))}`,
  },
}));

/** Answers are kept, on both sides: what nobody keeps costs nothing to make. */
const kept = new Array(asked.length);

const rowOf = (quotient) => {
  let row = 0;
  while (row < 7 && quotient >= BOUNDS[row + 1]) row += 1;
  return row;
};
const rowSteps = (quotient, row) => [
  { step: 'QUOTIENT', quotient },
  {
    step: 'ROW',
    label: String(row + 1),
    quotientMin: BOUNDS[row],
    quotientMax: BOUNDS[row + 1] ?? null,
    prices: { unitCents: UNITS[row] },
  },
];
const total = (steps, event, cents) => {
  steps.push({ step: 'TOTAL', event, cents });
  return { cents, explanation: steps };
};
const halfUp = (numerator, denominator) => Math.floor((2 * numerator + denominator) / (2 * denominator));

/** Each tariff of the language, and the same by hand. */
const TARIFFS = [
  [
    'T01 BRACKETS (Roncq), +2,50 € unplanned',
    { type: 'BRACKETS', rows, prices: { unplanned: { abs: 250 } } },
    ({ quotient }, { event }) => {
      const row = rowOf(quotient);
      const steps = rowSteps(quotient, row);
      if (event !== 'UNPLANNED') return total(steps, event, UNITS[row]);
      steps.push({ step: 'EVENT', event, markup: { abs: 250 } });
      return total(steps, event, UNITS[row] + 250);
    },
  ],
  [
    'BRACKETS with a reduction for siblings',
    { type: 'BRACKETS', rows, reductions: SIBLINGS },
    ({ quotient, childRank }, { event }) => {
      const row = rowOf(quotient);
      const steps = rowSteps(quotient, row);
      if (childRank < 2) return total(steps, event, UNITS[row]);
      steps.push({ step: 'SIBLINGS', rank: childRank, price: { pct: '20' } });
      return total(steps, event, halfUp(UNITS[row] * 80, 100));
    },
  ],
  [
    'EFFORT_RATE (Fay-aux-Loges)',
    { type: 'EFFORT_RATE', ratePct: '0.36', minCents: 260, maxCents: 450 },
    ({ quotient }, { event }) =>
      total(
        [
          { step: 'QUOTIENT', quotient },
          { step: 'EFFORT_RATE', ratePct: '0.36', minCents: 260, maxCents: 450 },
        ],
        event,
        Math.min(450, Math.max(260, halfUp(quotient * 36, 10_000))),
      ),
  ],
  [
    'BY_AUDIENCE, residents and others',
    {
      type: 'BY_AUDIENCE',
      grids: [
        { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650 } },
        { tariff: { type: 'BRACKETS', rows } },
      ],
    },
    ({ quotient, resident }, { event }) => {
      if (!resident)
        return total(
          [
            { step: 'AUDIENCE', when: { resident: false }, is: { resident } },
            { step: 'FLAT', cents: 650 },
          ],
          event,
          650,
        );
      const row = rowOf(quotient);
      return total(rowSteps(quotient, row), event, UNITS[row]);
    },
  ],
  [
    'TIME_SLICES, half-hours from 16:15',
    { type: 'TIME_SLICES', sliceMinutes: 30, from: '16:15', tariff: { type: 'FLAT', unitCents: 55 } },
    (_, { event, departure }) => {
      const lasts = Number(departure.slice(0, 2)) * 60 + Number(departure.slice(3)) - (16 * 60 + 15);
      const slices = Math.max(1, Math.ceil(lasts / 30));
      return total(
        [
          { step: 'FLAT', cents: 55 },
          { step: 'SLICES', from: '16:15', to: departure, sliceMinutes: 30, slices },
        ],
        event,
        55 * slices,
      );
    },
  ],
];

export const cases = TARIFFS.map(([name, json, byHand]) => {
  const { tariff } = parseTariff(json);
  const compiled = compileTariff(tariff);
  for (const { context, happened } of asked) {
    const [ours, theirs] = [priceOf(compiled.quote(context), happened), byHand(context, happened)];
    if (ours.cents !== theirs.cents || recheck(theirs.explanation) !== recheck(ours.explanation))
      throw new Error(`${name}: ${JSON.stringify([ours, theirs])}`);
  }
  return {
    name,
    evaluations: asked.length,
    compiled() {
      for (let i = 0; i < asked.length; i += 1) kept[i] = priceOf(compiled.quote(asked[i].context), asked[i].happened);
    },
    special() {
      for (let i = 0; i < asked.length; i += 1) kept[i] = byHand(asked[i].context, asked[i].happened);
    },
  };
});
