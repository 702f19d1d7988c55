import { describe, expect, it } from '@jest/globals';
import { contextOf, date, instant } from '../../../../test/support/deadlines.js';
import { Temporal } from '../../../kernel/civil-time.js';
import type { Counter } from '../counter.js';
import type { BookingPolicy, Effect } from './booking-policy.js';
import { effectAt } from './effect-at.js';
import { parseBookingPolicy } from './parse-policy.js';
import { instantsOf, type PolicyInstants } from './policy-instants.js';

const week = (weeksBack: number, weekday: string, at: string) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack, weekday, at });
const days = (n: number, unit: string, at: string) => ({ type: 'DAYS_BEFORE', n, unit, at });
const [FRIDAY, TUESDAY] = [week(1, 'FR', '09:00'), week(0, 'TU', '09:00')];
const BATCH = { type: 'BATCH', perWeekday: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY } };

function policyOf(json: unknown): BookingPolicy {
  const parsed = parseBookingPolicy(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.policy;
}

const instantsFor = (json: unknown, day: string, startsAt: string | null = '11:45') =>
  instantsOf(policyOf(json), date(day), { ...contextOf(), startsAt });

/** Vailhauquès: late costs 50 % more until the order leaves on the eve; the same morning one cancels by phone. */
const VAILHAUQUES = {
  add: { deadline: BATCH, afterDeadline: [{ type: 'SURCHARGE', pct: 50 }] },
  cancel: {
    deadline: BATCH,
    afterDeadline: [
      { type: 'PHONE_ONLY', number: '04 67 00 00 00', until: days(0, 'CALENDAR', '09:00') },
      { type: 'BILL_FULL' },
    ],
  },
  order: days(0, 'CALENDAR', '09:30'),
};

function shown(instants: PolicyInstants): Record<string, string | null> {
  const at = (moment: Temporal.Instant | null) =>
    moment && moment.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' });
  const { addOpensAt, addClosesAt, addEndsAt, cancelClosesAt, cancelEndsAt, modifyClosesAt, dietClosesAt, ordersAt } =
    instants;
  return {
    addOpensAt: at(addOpensAt),
    addClosesAt: at(addClosesAt),
    addEndsAt: at(addEndsAt),
    cancelClosesAt: at(cancelClosesAt),
    cancelEndsAt: at(cancelEndsAt),
    modifyClosesAt: at(modifyClosesAt),
    dietClosesAt: at(dietClosesAt),
    ordersAt: at(ordersAt),
  };
}

describe('the instants of a règlement for one day', () => {
  it.each<[what: string, policy: object, day: string, instants: Record<string, string | null>]>([
    [
      'two deadlines: refused afterwards',
      { add: week(1, 'FR', '12:00'), cancel: days(1, 'CALENDAR', '12:00') },
      '2026-11-30',
      {
        addOpensAt: null,
        addClosesAt: '2026-11-27T12:00',
        addEndsAt: '2026-11-27T12:00',
        cancelClosesAt: '2026-11-29T12:00',
        cancelEndsAt: '2026-11-29T12:00',
        modifyClosesAt: '2026-11-27T12:00',
        dietClosesAt: '2026-11-27T12:00',
        ordersAt: '2026-11-29T12:00',
      },
    ],
    [
      'effects last until the order',
      VAILHAUQUES,
      '2026-12-03',
      {
        addClosesAt: '2026-12-01T09:00',
        addEndsAt: '2026-12-03T09:30',
        cancelClosesAt: '2026-12-01T09:00',
        cancelEndsAt: '2026-12-03T09:30',
        modifyClosesAt: '2026-12-01T09:00',
        dietClosesAt: '2026-12-01T09:00',
        ordersAt: '2026-12-03T09:30',
      },
    ],
    [
      'without an order, until the service begins, and the list leaves then',
      { add: { deadline: BATCH, afterDeadline: [{ type: 'SURCHARGE', multiplier: 2 }] }, cancel: BATCH },
      '2026-12-03',
      { addEndsAt: '2026-12-03T11:45', cancelEndsAt: '2026-12-01T09:00', ordersAt: '2026-12-03T11:45' },
    ],
    [
      'Bertholène modifies one day earlier; the diet has its own limit; an opening',
      {
        add: { ...week(1, 'TU', '12:00'), opensAt: days(42, 'CALENDAR', '00:00') },
        cancel: week(1, 'TU', '12:00'),
        modify: week(1, 'MO', '12:00'),
        diet: {
          deadline: week(1, 'TH', '12:00'),
          afterDeadline: [{ type: 'REQUEST_TO_AGENT', until: days(1, 'CALENDAR', '12:00') }],
        },
      },
      '2026-11-30',
      {
        addOpensAt: '2026-10-19T00:00',
        addClosesAt: '2026-11-24T12:00',
        modifyClosesAt: '2026-11-23T12:00',
        dietClosesAt: '2026-11-26T12:00',
        ordersAt: '2026-11-29T12:00',
      },
    ],
    [
      'the list waits for waived families',
      {
        add: week(1, 'TH', '24:00'),
        cancel: week(1, 'TH', '24:00'),
        waivers: [
          {
            kind: 'SHIFT_WORK',
            label: 'Horaires décalés',
            proof: 'EMPLOYER_LETTER',
            add: days(1, 'CALENDAR', '11:00'),
            cancel: days(0, 'CALENDAR', '08:30'),
          },
        ],
      },
      '2026-11-30',
      { addEndsAt: '2026-11-27T00:00', cancelEndsAt: '2026-11-27T00:00', ordersAt: '2026-11-30T08:30' },
    ],
    [
      'without limit, the end of the day of service',
      { add: { type: 'NONE' }, cancel: days(0, 'CALENDAR', '07:00') },
      '2026-11-30',
      { addClosesAt: '2026-12-01T00:00', cancelClosesAt: '2026-11-30T07:00', ordersAt: '2026-12-01T00:00' },
    ],
  ])('%s', (_, policy, day, expected) => {
    expect(shown(instantsFor(policy, day))).toMatchObject(expected);
  });

  it('a service without an hour begins at 00:00', () => {
    const late = { add: { deadline: FRIDAY, afterDeadline: [{ type: 'SURCHARGE', abs: 100 }] }, cancel: FRIDAY };
    expect(shown(instantsFor(late, '2026-11-30', null)).addEndsAt).toBe('2026-11-30T00:00');
  });
});

describe('what a request meets', () => {
  const { ADD, CANCEL, MODIFY, DIET } = instantsFor(VAILHAUQUES, '2026-12-03').operations;
  it.each([
    ['in time', ADD, '2026-12-01T08:59:59+01:00', 'IN_TIME'],
    ['late, dearer', ADD, '2026-12-01T09:00:00+01:00', 'SURCHARGE'],
    ['until the order', ADD, '2026-12-03T09:29:59+01:00', 'SURCHARGE'],
    ['and not after', ADD, '2026-12-03T09:30:00+01:00', 'BLOCKED'],
    ['late, by phone', CANCEL, '2026-12-03T08:59:00+01:00', 'PHONE_ONLY'],
    ['then billed in full', CANCEL, '2026-12-03T09:00:00+01:00', 'BILL_FULL'],
    ['then refused', CANCEL, '2026-12-03T09:30:00+01:00', 'BLOCKED'],
    ['what is not said is refused late', MODIFY, '2026-12-01T09:00:00+01:00', 'BLOCKED'],
    ['the menu too', DIET, '2026-12-01T09:00:00+01:00', 'BLOCKED'],
  ])('%s', (_, operation, now, expected) => {
    const outcome = effectAt(operation, instant(now));
    expect(outcome.type === 'LATE' ? outcome.effect.type : outcome.type).toBe(expected);
  });

  it('before the opening', () => {
    const opensAt = days(42, 'CALENDAR', '00:00');
    const { operations } = instantsFor({ add: { ...FRIDAY, opensAt }, cancel: FRIDAY }, '2026-11-30');
    expect(effectAt(operations.ADD, instant('2026-10-18T23:59:59+02:00'))).toEqual({
      type: 'NOT_YET',
      opensAt: instant('2026-10-19T00:00:00+02:00'),
    });
    expect(effectAt(operations.ADD, instant('2026-10-19T00:00:00+02:00')).type).toBe('IN_TIME');
  });

  const counter = (more: object): object => ({ per: 'CHILD', period: 'MONTH', ...more });
  const surcharge = (more: object): object => ({ type: 'SURCHARGE', abs: 200, counter: counter(more) });
  it.each<[what: string, effects: object[], already: number, expected: string]>([
    // Lons-le-Saunier: a surcharge on the first two of a sequence.
    ['the first pays', [surcharge({ upTo: 2 })], 0, 'SURCHARGE'],
    ['the second too', [surcharge({ upTo: 2 })], 1, 'SURCHARGE'],
    ['the third is at the ordinary price', [surcharge({ upTo: 2 })], 2, 'GRACE'],
    ['or refused, when the mairie says so', [surcharge({ upTo: 2 }), { type: 'BLOCK' }], 2, 'BLOCKED'],
    ['or asked to an agent', [surcharge({ upTo: 2 }), { type: 'REQUEST_TO_AGENT' }], 2, 'REQUEST_TO_AGENT'],
    ['two times of grace', [surcharge({ from: 3 }), { type: 'BLOCK' }], 1, 'GRACE'],
    ['the third pays', [surcharge({ from: 3 }), { type: 'BLOCK' }], 2, 'SURCHARGE'],
    ['between the two', [surcharge({ from: 2, upTo: 3 })], 0, 'GRACE'],
    ['up to the last', [surcharge({ from: 2, upTo: 3 })], 2, 'SURCHARGE'],
    ['refused from the third, the second passes', [{ type: 'BLOCK', counter: counter({ from: 3 }) }], 1, 'GRACE'],
    ['and the third does not', [{ type: 'BLOCK', counter: counter({ from: 3 }) }], 2, 'BLOCKED'],
    ['an agent from the second', [{ type: 'REQUEST_TO_AGENT', counter: counter({ from: 2 }) }], 0, 'GRACE'],
    ['then asked', [{ type: 'REQUEST_TO_AGENT', counter: counter({ from: 2 }) }], 1, 'REQUEST_TO_AGENT'],
    ['one effect after another', [{ ...surcharge({ upTo: 1 }) }, { type: 'SURCHARGE', abs: 500 }], 1, 'SURCHARGE'],
  ])('a counter: %s', (_, afterDeadline, already, expected) => {
    const { operations } = instantsFor({ add: { deadline: FRIDAY, afterDeadline }, cancel: FRIDAY }, '2026-11-30');
    const asked: Counter[] = [];
    const outcome = effectAt(operations.ADD, instant('2026-11-28T09:00:00+01:00'), (one) => {
      asked.push(one);
      return already;
    });
    expect(outcome.type === 'LATE' ? outcome.effect.type : outcome.type).toBe(expected);
    expect(asked[0]).toMatchObject({ per: 'CHILD', period: 'MONTH' });
  });

  it.each<[already: number, expected: string]>([
    [0, 'CREDIT'],
    [1, 'CREDIT'],
    [2, 'BILL_FULL'],
    [9, 'BILL_FULL'],
  ])('two late cancellations a year are credited, then billed in full: after %i', (already, expected) => {
    const twice = { type: 'CREDIT', counter: { per: 'FAMILY', period: 'SCHOOL_YEAR', upTo: 2 } };
    const cancel = { deadline: FRIDAY, afterDeadline: [twice, { type: 'BILL_FULL' }] };
    const { operations } = instantsFor({ add: FRIDAY, cancel }, '2026-11-30');
    const outcome = effectAt(operations.CANCEL, instant('2026-11-28T09:00:00+01:00'), () => already);
    expect(outcome.type === 'LATE' ? outcome.effect.type : outcome.type).toBe(expected);
  });

  it('tells how long it lasts', () => {
    expect(effectAt(ADD, instant('2026-12-02T12:00:00+01:00'))).toEqual({
      type: 'LATE',
      effect: { type: 'SURCHARGE', pct: 50 } satisfies Effect,
      until: instant('2026-12-03T09:30:00+01:00'),
    });
  });
});
