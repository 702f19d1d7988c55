import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type JudgedSession, mayStillCancel, refusalOf, type Wish } from './wish.js';

const at = (text: string) => Temporal.Instant.from(text);
const CLOSES = '2026-11-24T08:00:00Z';
const session: JudgedSession = {
  addClosesAt: at(CLOSES),
  cancelClosesAt: at(CLOSES),
  frozenAt: null,
  calledOffAt: null,
  calledOffReason: null,
  billedAt: null,
};
const wish: Wish = {
  familyId: 1,
  familyInCharge: 1,
  enrolled: true,
  reservedFor: null,
  priced: true,
  full: null,
  session,
};
const FULL = { by: 'SESSION' } as const;
const POOL = { by: 'POOL', name: 'le réfectoire', ageFrom: null, ageUnder: null } as const;
const before = at('2026-11-23T08:00:00Z');

describe('what can be booked', () => {
  it.each<[string, Partial<Wish>, Partial<JudgedSession>, string | null]>([
    ['the last place', {}, {}, null],
    ['no place left', { full: FULL }, {}, 'SESSION_FULL'],
    ['no place left in a pool', { full: POOL }, {}, 'SESSION_FULL'],
    ['the week of the other foyer', { familyInCharge: 2 }, {}, 'NOT_YOUR_DAY'],
    ['a week that no foyer has', { familyInCharge: null }, {}, 'NOT_YOUR_DAY'],
    ['a child who is not enrolled', { enrolled: false }, {}, 'NOT_ENROLLED'],
    ['a day reserved before', { reservedFor: 1 }, {}, 'ALREADY_RESERVED'],
    ['a day reserved by the other foyer before the custody changed', { reservedFor: 2 }, {}, 'ALREADY_RESERVED'],
    ['a day without a tariff', { priced: false }, {}, 'PRICE_UNKNOWN'],
    ['a strike', {}, { calledOffAt: before }, 'SESSION_CALLED_OFF'],
    ['a day that is billed', {}, { billedAt: before }, 'SESSION_ALREADY_BILLED'],
    ['a headcount that has left for the kitchen', {}, { frozenAt: before }, 'SESSION_CLOSED'],
    ['the custody tells before anything else', { familyInCharge: 2, full: FULL }, {}, 'NOT_YOUR_DAY'],
    ['closed and full: the window is what the règlement says', { full: FULL }, { frozenAt: before }, 'SESSION_CLOSED'],
  ])('%s', (_, ofWish, ofSession, expected) => {
    expect(refusalOf({ ...wish, ...ofWish, session: { ...session, ...ofSession } }, { now: before })).toBe(expected);
  });

  it.each([
    ['one millisecond before the closing instant', '2026-11-24T07:59:59.999Z', null],
    ['at the closing instant', CLOSES, 'SESSION_CLOSED'],
    ['a second later', '2026-11-24T08:00:01Z', 'SESSION_CLOSED'],
  ])('half-open: %s', (_, now, expected) => {
    expect(refusalOf(wish, { now: at(now) })).toBe(expected);
  });

  it.each<[string, Partial<Wish>, Partial<JudgedSession>, string | null]>([
    ['the window', {}, { frozenAt: before }, null],
    ['not the places', { full: FULL }, {}, 'SESSION_FULL'],
    ['not the custody', { familyInCharge: 2 }, {}, 'NOT_YOUR_DAY'],
    ['not the enrolment', { enrolled: false }, {}, 'NOT_ENROLLED'],
  ])('an agent beyond the window waives %s', (_, ofWish, ofSession, expected) => {
    const judged = { ...wish, ...ofWish, session: { ...session, ...ofSession } };
    expect(refusalOf(judged, { now: at('2026-11-25T08:00:00Z'), beyondWindow: true })).toBe(expected);
  });
});

describe('what can be cancelled', () => {
  it.each<[string, Partial<JudgedSession>, string, boolean]>([
    ['in time', {}, '2026-11-24T07:59:59Z', true],
    ['at the closing instant', {}, CLOSES, false],
    [
      'in its own window, once booking is over',
      { addClosesAt: at('2026-11-20T08:00:00Z') },
      '2026-11-23T08:00:00Z',
      true,
    ],
    ['once the headcount has left', { frozenAt: before }, '2026-11-23T08:00:00Z', false],
    ['a session that was called off, at any time', { calledOffAt: before }, '2026-11-26T08:00:00Z', true],
  ])('%s', (_, ofSession, now, expected) => {
    expect(mayStillCancel({ ...session, ...ofSession }, at(now))).toBe(expected);
  });
});
