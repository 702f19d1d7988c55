import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type BilledCharge, differenceOf } from './difference.js';
import type { ChargeToBill } from './draft-invoices.js';

const [HIS, HERS] = [7, 8];

function due(cents: number, more: Partial<ChargeToBill> = {}): ChargeToBill {
  return {
    ...{ sessionId: 1, familyId: HIS, childId: 2, childName: 'Zoé', date: Temporal.PlainDate.from('2026-09-07') },
    ...{ prestationId: 3, prestationLabel: 'Cantine', event: 'UNIT' as const, cents, careCents: null },
    reasons: { reason: 'RESERVED_AND_PRESENT', steps: [] },
    ...more,
  };
}

function billed(chargeId: number, cents: number, more: Partial<BilledCharge> = {}): BilledCharge {
  return {
    ...{ chargeId, cents, creditedCents: 0, sessionId: 1, childId: 2, familyId: HIS, invoiceId: 50, rank: chargeId },
    ...{ prestationId: 3, date: Temporal.PlainDate.from('2026-09-07') },
    ...{ careCents: null, waivedCents: 0, issued: true },
    ...more,
  };
}

describe('what is billed of a day that was billed before', () => {
  it.each<[string, ChargeToBill | null, BilledCharge[], number | null, number]>([
    ['never billed', due(305), [], 305, 0],
    ['free, never billed: the day is marked', due(0), [], 0, 0],
    ['as billed', due(305), [billed(1, 305)], null, 0],
    ['free, as billed', due(0), [billed(1, 0)], null, 0],
    ['more', due(500), [billed(1, 305)], 195, 0],
    ['less', due(305), [billed(1, 500)], null, 195],
    ['nothing any more', null, [billed(1, 305)], null, 305],
    ['nothing any more, and already given back', null, [billed(1, 305, { creditedCents: 305 })], null, 0],
    ['due again after it was given back', due(305), [billed(1, 305, { creditedCents: 305 })], 305, 0],
    ['billed in two times, one of them given back in part', due(400), [billed(1, 305), billed(2, 195)], null, 100],
    [
      'given away in part, and due as before',
      due(305),
      [billed(1, 305, { creditedCents: 100, waivedCents: 100 })],
      null,
      0,
    ],
    [
      'given away in part, and due for more',
      due(500),
      [billed(1, 305, { creditedCents: 100, waivedCents: 100 })],
      195,
      0,
    ],
    ['given away in part, and not due', null, [billed(1, 305, { creditedCents: 100, waivedCents: 100 })], null, 205],
    ['of the other foyer', due(305, { familyId: HERS }), [billed(1, 305)], 305, 305],
  ])('%s', (_, now, before, charged, credited) => {
    const { charge, credits, waits } = differenceOf(now, before);
    expect(charge?.cents ?? null).toBe(charged);
    expect(credits.flatMap(({ lines }) => lines).reduce((sum, { cents }) => sum + cents, 0)).toBe(credited);
    expect(waits).toEqual([]);
  });

  it('takes the next rank and keeps what was billed, with the care of the difference', () => {
    const { charge } = differenceOf(due(600, { careCents: 300 }), [
      billed(1, 305, { careCents: 105 }),
      billed(2, 200, { careCents: 100, creditedCents: 100 }),
    ]);
    expect(charge).toMatchObject({ rank: 3, cents: 195, careCents: 145 });
    expect(charge!.reasons.before).toEqual({ cents: 405, careCents: 155 });
  });

  it('gives back from the latest charge first, invoice by invoice', () => {
    const { credits } = differenceOf(due(100), [billed(1, 305, { invoiceId: 50 }), billed(2, 195, { invoiceId: 51 })]);
    expect(credits).toEqual([
      { invoiceId: 51, familyId: HIS, lines: [{ chargeId: 2, cents: 195 }] },
      { invoiceId: 50, familyId: HIS, lines: [{ chargeId: 1, cents: 205 }] },
    ]);
  });

  it('waits where what is to be given back is on no issued invoice yet', () => {
    const carried = billed(1, 305, { issued: false });
    const place = { familyId: HIS, sessionId: 1, childId: 2, prestationId: 3, date: carried.date };
    const nothing = differenceOf(null, [carried]);
    expect(nothing).toEqual({ charge: null, credits: [], waits: [{ ...place, cents: 305 }] });
    // A complement of it is issued already: what can be given back is.
    const partly = differenceOf(due(100), [carried, billed(2, 195, { invoiceId: 51 })]);
    expect(partly.credits.flatMap(({ lines }) => lines)).toEqual([{ chargeId: 2, cents: 195 }]);
    expect(partly.waits).toEqual([{ ...place, cents: 205 }]);
  });
});
