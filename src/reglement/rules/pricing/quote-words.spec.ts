import { describe, expect, it } from '@jest/globals';
import { compileTariff } from './compile-tariff.js';
import { parseTariff } from './parse-tariff.js';
import { quoteInFrench, type ToldDay, unplannedInFrench } from './quote-words.js';

const FLAT = { type: 'FLAT', unitCents: 350 };
const SNACK = { label: 'Goûter', cents: 60 };

function quoteOf(json: object) {
  const read = parseTariff(json, 'tariff');
  if (!('tariff' in read)) throw new Error(JSON.stringify(read));
  return compileTariff(read.tariff).quote({ quotient: null, on: '2026-11-26' });
}

describe('what a day costs, as a parent is told before booking', () => {
  it.each<[string, object, object | undefined, string]>([
    ['one price', FLAT, undefined, '3,50 €'],
    ['late, for half as much again', FLAT, { lateBooking: { pct: 50 } }, '5,25 €'],
    ['with a snack', { ...FLAT, supplements: [SNACK] }, { supplements: ['Goûter'] }, '4,10 €'],
    [
      'a forfait',
      { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4500 } },
      undefined,
      '45,00 € par mois',
    ],
    [
      'a forfait and a snack',
      { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4500 }, supplements: [SNACK] },
      { supplements: ['Goûter'] },
      '45,00 € par mois, plus 0,60 € de supplément ce jour-là',
    ],
    [
      'slices of time',
      { type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 120 } },
      undefined,
      '1,20 € par demi-heure commencée',
    ],
    [
      'slices of time, booked late for 1,50 € more, once',
      { type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 120 } },
      { lateBooking: { abs: 150 } },
      '1,20 € par demi-heure commencée, plus 1,50 €',
    ],
    [
      'slices of time, booked late for half as much again',
      { type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 120 } },
      { lateBooking: { pct: 50 } },
      '1,80 € par demi-heure commencée',
    ],
    [
      'a table of lengths',
      {
        type: 'TIME_SLICES',
        table: [
          { uptoMinutes: 30, cents: 80 },
          { uptoMinutes: 60, cents: 150 },
        ],
      },
      undefined,
      'à partir de 0,80 €, selon la durée',
    ],
  ])('%s', (_, tariff, day, expected) => {
    expect(quoteInFrench(quoteOf(tariff), day as ToldDay).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

describe('what coming without a booking costs, as a parent is told beforehand', () => {
  const unplanned = (markup: object) => ({ prices: { unplanned: markup } });
  it.each<[string, object, string | null]>([
    ['nothing of its own', FLAT, null],
    ['the same price, by its name', { ...FLAT, ...unplanned({ abs: 0 }) }, null],
    ['one euro more', { ...FLAT, ...unplanned({ abs: 100 }) }, '4,50 €'],
    [
      'half as much again, from the third time in the month',
      { ...FLAT, ...unplanned({ pct: '50', counter: { per: 'CHILD', period: 'MONTH', from: 3 } }) },
      '5,25 €, à partir de la 3ᵉ fois du mois',
    ],
    [
      'by its row',
      {
        type: 'BRACKETS',
        rows: [{ label: 'Tous', quotientMin: 0, quotientMax: null, unitCents: 350, unplannedCents: 600 }],
        missingQuotient: { row: 'HIGHEST' },
      },
      '6,00 €',
    ],
    [
      'beside a forfait',
      { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4500 }, ...unplanned({ fixedPrice: 500 }) },
      '5,00 €',
    ],
    [
      'slices of time',
      {
        ...{ type: 'TIME_SLICES', sliceMinutes: 30, tariff: { type: 'FLAT', unitCents: 120 } },
        ...unplanned({ pct: '50' }),
      },
      '1,80 € par demi-heure commencée',
    ],
  ])('%s', (_, tariff, expected) => {
    expect(unplannedInFrench(quoteOf(tariff))?.replaceAll('\u00a0', ' ') ?? null).toBe(expected);
  });
});
