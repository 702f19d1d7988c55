import { describe, expect, it } from '@jest/globals';
import { compileTariff, type Tariff } from '../../reglement/rules/index.js';
import type { Promised } from './late-booking.js';
import { promiseWithMenu } from './menu-promise.js';

const row = (cents: number, paiCents?: number) => ({
  label: 'A',
  quotientMin: 0,
  quotientMax: null,
  unitCents: cents,
  ...(paiCents === undefined ? {} : { paiCents }),
});
const IN_THE_ROW: Tariff = { type: 'BRACKETS', rows: [row(360, 100)] };
const DEARER_SINCE: Tariff = { type: 'BRACKETS', rows: [row(400, 120)] };
const DERIVED: Tariff = { type: 'FLAT', unitCents: 360, pai: { abs: -200 } };
const SAME_FOR_ALL: Tariff = { type: 'FLAT', unitCents: 360 };

const promised = (tariff: Tariff, pai: boolean): Promised => ({
  prices: compileTariff(tariff).quote({ quotient: null, pai }),
  supplements: [],
});

describe('the promise of a day whose menu changes', () => {
  it.each<[string, Promised, Promised | null, number]>([
    ['from the canteen to a meal from home', promised(IN_THE_ROW, false), promised(IN_THE_ROW, true), 100],
    ['and back', promised(IN_THE_ROW, true), promised(IN_THE_ROW, false), 360],
    ['a price that the tariff derives', promised(DERIVED, false), promised(DERIVED, true), 160],
    [
      'to the price of now, once the tariff has changed',
      promised(IN_THE_ROW, false),
      promised(DEARER_SINCE, true),
      120,
    ],
    [
      'without meat: as it was, whatever the tariff became',
      promised(IN_THE_ROW, false),
      promised(DEARER_SINCE, false),
      360,
    ],
    ['a tariff without a price for it', promised(SAME_FOR_ALL, false), promised(SAME_FOR_ALL, true), 360],
    ['a price for it that is new', promised(SAME_FOR_ALL, false), promised(IN_THE_ROW, true), 100],
    ['no tariff any more', promised(IN_THE_ROW, false), null, 360],
  ])('%s', (_, kept, now, cents) => {
    expect(promiseWithMenu(kept, now).prices.unitCents).toBe(cents);
  });
});
