import { describe, expect, it } from '@jest/globals';
import { compileTariff, explanationInFrench, quoteFor, recheck, type Tariff } from '../../reglement/index.js';
import { priceCharge } from './charge-price.js';

const flat = (unitCents: number, unplannedCents: number, unjustifiedAbsenceCents: number): Tariff => ({
  type: 'BRACKETS',
  rows: [{ label: 'unique', quotientMin: 0, quotientMax: null, unitCents, unplannedCents, unjustifiedAbsenceCents }],
});
const promise = { prices: quoteFor(flat(360, 700, 360), { quotient: 64250, tariffId: 1 }), on: '2026-09-01' };
const inForce = { tariff: compileTariff(flat(400, 800, 450)), quotient: null, tariffId: 2 };

describe('a price promised at booking wins over a later tariff, except for who was not expected', () => {
  it.each([
    ['UNIT', 360, 400],
    ['UNJUSTIFIED_ABSENCE', 360, 450],
    ['UNPLANNED', 800, 800],
  ] as const)('%s: %i with the promise, %i without', (event, promised, current) => {
    const priced = priceCharge(event, promise, inForce);
    expect(priced.cents).toBe(promised);
    expect(recheck(priced.explanation)).toBe(promised);
    expect(priceCharge(event, null, inForce).cents).toBe(current);
  });

  it('and says so', () => {
    expect(explanationInFrench(priceCharge('UNIT', promise, inForce).explanation)).toEqual([
      'tarif n°\u00a01',
      'QF 642,5 → tranche unique [0 et plus[\u00a0: 3,60\u00a0€',
      'prix promis à la réservation, le 1er septembre 2026',
      'total 3,60\u00a0€',
    ]);
  });
});
