/** The prices that the council of Valmont-sur-Orle voted. */

/** A grid by QF from lower bounds, then unit / unplanned / unjustified absence in cents. */
const grid = (...rows: [label: string, from: number, unit: number, unplanned?: number, absence?: number][]) => ({
  type: 'BRACKETS',
  rows: rows.map(([label, quotientMin, unitCents, unplannedCents, unjustifiedAbsenceCents], index) => ({
    label,
    quotientMin,
    quotientMax: rows[index + 1]?.[1] ?? null,
    unitCents,
    ...(unplannedCents === undefined ? {} : { unplannedCents }),
    ...(unjustifiedAbsenceCents === undefined ? {} : { unjustifiedAbsenceCents }),
  })),
});

/** For the attestations fiscales: a garderie has no meal, and says so. */
const ALL_CARE = { split: { mealCents: 0 } };

const siblings = (...ranks: [from: number, pct: string][]) => ({
  type: 'SIBLINGS',
  order: 'ELDEST_FIRST',
  ranks: ranks.map(([from, pct]) => ({ from, pct })),
});

export const TARIFFS = {
  canteen: {
    ...grid(
      ['Tranche A', 0, 100, 300, 150],
      ['Tranche B', 400, 245, 490, 295],
      ['Tranche C', 700, 325, 650, 375],
      ['Tranche D', 1100, 395, 790, 445],
      ['Tranche E', 1600, 460, 920, 510],
    ),
    reductions: [siblings([2, '10'], [3, '20'])],
    nonResident: { pct: '25' },
    pai: { multiplier: '0.5' },
    split: { mealPct: '70' },
  },
  morningCare: {
    ...grid(['Tranche A', 0, 50, 150, 50], ['Tranche B', 400, 110, 250, 110], ['Tranche C', 1100, 160, 320, 160]),
    ...ALL_CARE,
  },
  eveningCare: {
    type: 'TIME_SLICES',
    sliceMinutes: 30,
    until: '18:30',
    tariff: grid(['Tranche A', 0, 25], ['Tranche B', 400, 55], ['Tranche C', 1100, 80]),
    prices: { unplanned: { abs: 100 } },
    latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 },
    ...ALL_CARE,
  },
  wednesday: {
    type: 'EFFORT_RATE',
    ratePct: '1.1',
    minCents: 400,
    maxCents: 1600,
    prices: { unplanned: { pct: '50' } },
    nonResident: { multiplier: '1.5' },
    reductions: [siblings([2, '10'])],
    split: { mealPct: '30' },
  },
  holidays: {
    ...grid(['Tranche A', 0, 450, 900, 450], ['Tranche B', 400, 820, 1640, 820], ['Tranche C', 1100, 1250, 2500, 1250]),
    nonResident: { pct: '25' },
    split: { mealPct: '30' },
  },
  circus: {
    ...grid(['Tranche A', 0, 600], ['Tranche B', 400, 1100], ['Tranche C', 1100, 1650]),
    split: { mealPct: '30' },
  },
} as const;
