import { describe, expect, it } from '@jest/globals';
import { type ChargeEvent, compileTariff, priceOf } from '../../reglement/rules/index.js';
import { chargeFault, type KeptCharge } from './charge-check.js';

const quote = compileTariff({
  type: 'EFFORT_RATE',
  ratePct: '0.55',
  minCents: 50,
  maxCents: 600,
  prices: { unplanned: { multiplier: '2' } },
  split: { mealCents: 200 },
}).quote({ quotient: 64250 });

/** 642,50 × 0,55 % = 3,53 €, twice as much for who was not expected. */
function kept(event: ChargeEvent): KeptCharge {
  const { cents, careCents, explanation } = priceOf(quote, { event });
  const reasons = JSON.stringify({ reason: 'RESERVED_AND_PRESENT', steps: explanation });
  return { event, amountCents: cents, careCents: careCents!, reasons };
}

const contradicted = 'garde une explication qui se contredit : aucun montant ne peut en être recalculé';

describe('a charge beside the steps that were kept with it', () => {
  it.each<[string, KeptCharge, string | null]>([
    ['as it was priced', kept('UNIT'), null],
    ['unplanned, as it was priced', kept('UNPLANNED'), null],
    ['another amount', { ...kept('UNIT'), amountCents: 363 }, 'est facturée 3,63 €, son explication donne 3,53 €'],
    ['care that is not kept', { ...kept('UNIT'), careCents: null }, null],
    ['another care', { ...kept('UNIT'), careCents: 253 }, 'comprend 2,53 € de garde, son explication en donne 1,53 €'],
    [
      'another price',
      { ...kept('UNPLANNED'), event: 'UNIT' },
      'est facturée au prix à l’unité, son explication est celle du prix si non prévu',
    ],
    ['another quotient', altered('UNIT', '"quotient":64250', '"quotient":74250'), contradicted],
    ['no steps', { ...kept('UNIT'), reasons: '{"reason":"RESERVED_AND_PRESENT"}' }, contradicted],
    ['no JSON', { ...kept('UNIT'), reasons: '{"reason":' }, contradicted],
  ])('%s', (_what, charge, fault) => {
    expect(chargeFault(charge)?.replaceAll('\u00a0', ' ') ?? null).toBe(fault);
  });
});

function altered(event: ChargeEvent, from: string, to: string): KeptCharge {
  const charge = kept(event);
  return { ...charge, reasons: charge.reasons.replace(from, to) };
}
