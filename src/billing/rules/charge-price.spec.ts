import { describe, expect, it } from '@jest/globals';
import {
  type ChargeEvent,
  compileTariff,
  explanationInFrench,
  quoteFor,
  recheck,
  type Tariff,
} from '../../reglement/rules/index.js';
import { type InForce, priceCharge, quoteOfCharge, type StoredPromise } from './charge-price.js';

const flat = (unitCents: number, unplannedCents: number, unjustifiedAbsenceCents: number): Tariff => ({
  type: 'BRACKETS',
  rows: [{ label: 'unique', quotientMin: 0, quotientMax: null, unitCents, unplannedCents, unjustifiedAbsenceCents }],
});
const promise = { prices: quoteFor(flat(360, 700, 360), { quotient: 64250, tariffId: 1 }), on: '2026-09-01' };
const inForce = { tariff: compileTariff(flat(400, 800, 450)), context: { quotient: null, tariffId: 2 } };
const priced = (event: ChargeEvent, ...by: [StoredPromise | null, InForce | null]) =>
  priceCharge(quoteOfCharge(event, ...by)!, { event });

describe('a price promised at booking wins over a later tariff, except for who was not expected', () => {
  it.each([
    ['UNIT', 360, 400],
    ['UNJUSTIFIED_ABSENCE', 360, 450],
    ['UNPLANNED', 800, 800],
  ] as const)('%s: %i with the promise, %i without', (event, promised, current) => {
    const { cents, explanation } = priced(event, promise, inForce);
    expect(cents).toBe(promised);
    expect(recheck(explanation)).toBe(promised);
    expect(priced(event, null, inForce).cents).toBe(current);
  });

  it('and says so', () => {
    expect(explanationInFrench(priced('UNIT', promise, inForce).explanation)).toEqual([
      'tarif n°\u00a01',
      'quotient familial de 642,5\u00a0: tranche unique (quel que soit le quotient), 3,60\u00a0€',
      'prix promis à la réservation, le 1er septembre 2026',
      'total 3,60\u00a0€',
    ]);
  });

  it('and without either, none can be told', () => {
    expect(quoteOfCharge('UNPLANNED', promise, null)).toBeNull();
    expect(quoteOfCharge('UNIT', null, null)).toBeNull();
  });
});
