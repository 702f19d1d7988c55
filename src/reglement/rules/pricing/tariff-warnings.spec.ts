import { describe, expect, it } from '@jest/globals';
import { parseTariff } from './parse-tariff.js';
import { tariffWarnings } from './tariff-warnings.js';

const row = (label: string, quotientMin: number, quotientMax: number | null, unitCents: number, more = {}) => ({
  ...{ label, quotientMin, quotientMax, unitCents },
  ...more,
});
const FALLING = { type: 'BRACKETS', rows: [row('A', 0, 600, 300), row('B', 600, null, 250)] };

describe('what is odd in a tariff', () => {
  it.each<[object, string[]]>([
    [FALLING, ['La tranche « B » coûte 2,50 €, moins que ce qui précède (3,00 €).']],
    [
      {
        type: 'BY_AUDIENCE',
        grids: [{ when: { resident: false }, tariff: FALLING }, { tariff: { type: 'FLAT', unitCents: 1 } }],
      },
      ['Hors commune : la tranche « B » coûte 2,50 €, moins que ce qui précède (3,00 €).'],
    ],
    [
      { type: 'BRACKETS', rows: [row('A', 0, null, 300, { unplannedCents: 250 })] },
      ['Dans la tranche « A », venir sans réservation coûte 2,50 €, moins que le prix à l’unité (3,00 €).'],
    ],
    [
      { type: 'FLAT', unitCents: 300, prices: { unplanned: { pct: -50 } } },
      ['Venir sans réservation coûte 1,50 €, moins que le prix à l’unité (3,00 €).'],
    ],
    [
      { type: 'FORFAIT', per: 'MONTH', byDaysPerWeek: { 1: 1200, 2: 1100 } },
      ['Le forfait de 2 jours par semaine coûte 11,00 €, moins que ce qui précède (12,00 €).'],
    ],
    [
      {
        type: 'TIME_SLICES',
        table: [
          { uptoMinutes: 30, cents: 200 },
          { uptoMinutes: 60, cents: 150 },
        ],
      },
      ['Une durée de 60 minutes coûte 1,50 €, moins que ce qui précède (2,00 €).'],
    ],
    [{ type: 'EFFORT_RATE', ratePct: 1, minCents: 0, maxCents: 500 }, []],
    [{ type: 'FLAT', unitCents: 300, prices: { unplanned: { abs: 250 } } }, []],
  ])('%j', (json, warnings) => {
    const parsed = parseTariff(json);
    expect('tariff' in parsed && tariffWarnings(parsed.tariff).map((text) => text.replace(/\u00a0/g, ' '))).toEqual(
      warnings,
    );
  });
});
