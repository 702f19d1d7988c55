import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type ChargeEvent, parseTariff, type Quote, quoteFor } from '../../reglement/rules/index.js';
import { eventCounted, forfaitCounted, Tally } from './tally.js';

function quote(json: object): Quote {
  const parsed = parseTariff(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return quoteFor(parsed.tariff, { quotient: null });
}

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const SCHOOL_YEAR = { from: '2026-09-01', to: '2027-08-31' };
const FORFAIT = { type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4000 } };
const use = (event: ChargeEvent, childId = 7) => ({ prestationId: 1, familyId: 3, childId, event });

describe('what a price counts', () => {
  it('in a forfait: each use of one child in one period, but what is charged apart', () => {
    const apart = quote({ ...FORFAIT, prices: { unplanned: { abs: 250 } } });
    expect(forfaitCounted(use('UNIT'), apart, NOVEMBER)).toEqual({
      key: 'forfait:1:MONTH:2026-11-01:3:7',
      billed: { span: NOVEMBER, events: ['UNIT', 'UNJUSTIFIED_ABSENCE'], per: 'CHILD' },
    });
    expect(forfaitCounted(use('UNPLANNED'), apart, NOVEMBER)).toBeNull();
    expect(forfaitCounted(use('UNPLANNED'), quote(FORFAIT), NOVEMBER)).not.toBeNull();
    expect(forfaitCounted(use('UNIT'), quote({ type: 'FLAT', unitCents: 1 }), NOVEMBER)).toBeNull();
  });

  it.each([
    ['CHILD', 'MONTH', NOVEMBER, 'event:1:UNPLANNED:MONTH:2026-11-01:3:7'],
    ['FAMILY', 'MONTH', NOVEMBER, 'event:1:UNPLANNED:MONTH:2026-11-01:3'],
    ['FAMILY', 'INVOICE', NOVEMBER, 'event:1:UNPLANNED:INVOICE:2026-11-01:3'],
    ['FAMILY', 'SCHOOL_YEAR', SCHOOL_YEAR, 'event:1:UNPLANNED:SCHOOL_YEAR:2026-09-01:3'],
  ] as const)('by a counter per %s and %s', (per, period, span, key) => {
    const day = Temporal.PlainDate.from('2026-11-16');
    const counted = quote({
      type: 'FLAT',
      unitCents: 300,
      prices: { unplanned: { abs: 300, counter: { per, period, from: 3 } } },
    });
    expect(eventCounted(use('UNPLANNED'), counted, day)).toEqual({
      key,
      billed: { span, events: ['UNPLANNED'], per },
    });
    expect(eventCounted(use('UNJUSTIFIED_ABSENCE'), counted, day)).toBeNull();
  });
});

describe('ranks', () => {
  it('follow what was billed before, and a unit that runs again counts anew', () => {
    const tally = new Tally();
    tally.start('a', 2);
    const unit = tally.copy();
    expect([unit.next('a'), unit.next('a'), unit.next('b')]).toEqual([3, 4, 1]);
    const again = tally.copy();
    expect([again.next('a'), again.next('a')]).toEqual([3, 4]);
    expect([tally.knows('a'), tally.knows('b')]).toEqual([true, false]);
  });
});
