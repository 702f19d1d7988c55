import { describe, expect, it } from '@jest/globals';
import { compileTariff, type Tariff } from '../../reglement/rules/index.js';
import type { LateBooking } from './late-booking.js';
import { type KeptPromise, promiseFault } from './promise-check.js';

const GRID: Tariff = {
  type: 'BRACKETS',
  rows: [
    { label: 'A', quotientMin: 0, quotientMax: 60000, unitCents: 235 },
    { label: 'B', quotientMin: 60000, quotientMax: null, unitCents: 360 },
  ],
  reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '20' }] }],
  prices: { unjustifiedAbsence: { abs: 50 } },
};
const MONTH: Tariff = { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4000 } };
const EVENING: Tariff = {
  type: 'TIME_SLICES',
  sliceMinutes: 30,
  from: '16:15',
  tariff: { type: 'FLAT', unitCents: 55 },
};
const LATE: LateBooking = { effect: { type: 'SURCHARGE', pct: 50 }, applies: true };

/** The second child of a family of quotient 642,50: 2,88 €, and 3,38 € for an absence that nothing justifies. */
function kept(tariff: Tariff, late: LateBooking | null = null): KeptPromise {
  const quote = compileTariff(tariff).quote({ quotient: 64250, childRank: 2 });
  return {
    unitCents: late ? Math.round(quote.unitCents * 1.5) : quote.unitCents,
    unjustifiedAbsenceCents: quote.unjustifiedAbsenceCents,
    quote: JSON.stringify(quote),
    late: late && JSON.stringify(late),
    supplements: null,
  };
}

/** The same with a snack of 0,60 €, whose columns say another price. */
function snacked(cents: number): KeptPromise {
  const promise = kept({ ...GRID, supplements: [{ label: 'Goûter', cents: 60 }] });
  return {
    ...promise,
    unitCents: promise.unitCents + cents,
    unjustifiedAbsenceCents: promise.unjustifiedAbsenceCents + cents,
    supplements: '["Goûter"]',
  };
}

function altered(from: string, to: string): KeptPromise {
  const promise = kept(GRID);
  return { ...promise, quote: promise.quote.replace(from, to) };
}

const contradicted = 'garde une explication qui se contredit : aucun prix ne peut en être recalculé';

describe('a promise beside the steps that were kept with it', () => {
  it.each<[string, KeptPromise, string | null]>([
    ['a row and a rank', kept(GRID), null],
    ['a forfait that another day carries', kept(MONTH), null],
    ['the shortest stay', kept(EVENING), null],
    ['with what being late adds', kept(GRID, LATE), null],
    ['with a snack', snacked(60), null],
    ['a snack at another price', snacked(80), 'promet 3,68 € (prix à l’unité), son explication donne 3,48 €'],
    ['a snack that was not promised', { ...kept(GRID), supplements: '["Goûter"]' }, contradicted],
    [
      'late, at the price of those who were in time',
      { ...kept(GRID, LATE), unitCents: 288 },
      'promet 2,88 € (prix à l’unité), son explication donne 4,32 €',
    ],
    [
      'another price of an absence',
      { ...kept(GRID), unjustifiedAbsenceCents: 388 },
      'promet 3,88 € (prix si absence injustifiée), son explication donne 3,38 €',
    ],
    [
      'another reduction',
      altered('"pct":"20"', '"pct":"25"'),
      'promet 2,88 € (prix à l’unité), son explication donne 2,70 €',
    ],
    [
      'another promise',
      altered('"unplannedCents":288', '"unplannedCents":388'),
      'promet 3,88 € (prix si non prévu), son explication donne 2,88 €',
    ],
    ['a quotient of another row', altered('"quotient":64250', '"quotient":54250'), contradicted],
    ['no steps', altered('"basis"', '"base"'), contradicted],
  ])('%s', (_what, promise, fault) => {
    expect(promiseFault(promise)?.replaceAll('\u00a0', ' ') ?? null).toBe(fault);
  });
});
