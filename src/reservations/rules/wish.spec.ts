import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect } from '../../reglement/rules/index.js';
import { closedSince, type JudgedSession, lateTerms, refusalOf, type Wish } from './wish.js';

const at = (text: string) => Temporal.Instant.from(text);
const CLOSES = '2026-11-24T08:00:00Z';
const session: JudgedSession = {
  date: Temporal.PlainDate.from('2026-11-26'),
  addClosesAt: at(CLOSES),
  cancelClosesAt: at(CLOSES),
  frozenAt: null,
  calledOffAt: null,
  calledOffReason: null,
  billedAt: null,
};
const wish: Wish = {
  familyId: 1,
  away: null,
  enrolled: true,
  reservedFor: null,
  awaitingPaymentUntil: null,
  priced: true,
  unknownSupplements: null,
  full: null,
  session,
  add: { opensAt: null, closesAt: at(CLOSES), endsAt: at(CLOSES), late: [] },
  rule: () => null,
  lateSoFar: () => 0,
};
const FULL = { by: 'SESSION' } as const;
const POOL = { by: 'POOL', name: 'le réfectoire', ageFrom: null, ageUnder: null } as const;
const before = at('2026-11-23T08:00:00Z');

describe('what can be booked', () => {
  it.each<[string, Partial<Wish>, Partial<JudgedSession>, string | null]>([
    ['the last place', {}, {}, null],
    ['no place left', { full: FULL }, {}, 'SESSION_FULL'],
    ['no place left in a pool', { full: POOL }, {}, 'SESSION_FULL'],
    ['the week of the other foyer', { away: { type: 'OTHER_FAMILY' } }, {}, 'NOT_YOUR_DAY'],
    ['a week that no foyer has', { away: { type: 'OTHER_WEEK' } }, {}, 'NOT_YOUR_DAY'],
    ['a child who is not enrolled', { enrolled: false }, {}, 'NOT_ENROLLED'],
    ['a day reserved before', { reservedFor: 1 }, {}, 'ALREADY_RESERVED'],
    ['a day reserved by the other foyer before the custody changed', { reservedFor: 2 }, {}, 'ALREADY_RESERVED'],
    ['a day whose place is held for the family to pay', { awaitingPaymentUntil: before }, {}, 'AWAITING_PAYMENT'],
    ['a day without a tariff', { priced: false }, {}, 'PRICE_UNKNOWN'],
    [
      'a snack that the tariff does not have',
      { unknownSupplements: { unknown: ['Goûter'], offered: [] } },
      {},
      'SUPPLEMENT_UNKNOWN',
    ],
    ['a strike', {}, { calledOffAt: before }, 'SESSION_CALLED_OFF'],
    ['a day that is billed', {}, { billedAt: before }, 'SESSION_ALREADY_BILLED'],
    ['a headcount that has left for the kitchen', {}, { frozenAt: before }, 'SESSION_CLOSED'],
    ['the custody tells before anything else', { away: { type: 'OTHER_FAMILY' }, full: FULL }, {}, 'NOT_YOUR_DAY'],
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
    ['not the custody', { away: { type: 'OTHER_FAMILY' } }, {}, 'NOT_YOUR_DAY'],
    ['not the enrolment', { enrolled: false }, {}, 'NOT_ENROLLED'],
  ])('an agent beyond the window waives %s', (_, ofWish, ofSession, expected) => {
    const judged = { ...wish, ...ofWish, session: { ...session, ...ofSession } };
    expect(refusalOf(judged, { now: at('2026-11-25T08:00:00Z'), beyondWindow: true })).toBe(expected);
  });
});

describe('after the deadline, what the policy says', () => {
  const late = at('2026-11-24T09:00:00Z');
  const ends = at('2026-11-25T08:00:00Z');
  const after = (effect: Effect): Wish => ({
    ...wish,
    add: { opensAt: null, closesAt: at(CLOSES), endsAt: ends, late: [{ effect, endsAt: ends }] },
  });
  const DEARER = { type: 'SURCHARGE', pct: 50 } as const;
  const FROM_THIRD = { ...DEARER, counter: { per: 'CHILD', period: 'MONTH', from: 3 } } as const;

  it.each<[string, Wish, string, string | null, object | null]>([
    ['in time', after(DEARER), '2026-11-24T07:59:59Z', null, null],
    ['dearer', after(DEARER), '2026-11-24T08:00:00Z', null, { applies: true }],
    ['dearer, once that is over', after(DEARER), '2026-11-25T08:00:00Z', 'SESSION_CLOSED', null],
    [
      'the second time of three',
      { ...after(FROM_THIRD), lateSoFar: () => 1 },
      late.toString(),
      null,
      { applies: false },
    ],
    ['the third time', { ...after(FROM_THIRD), lateSoFar: () => 2 }, late.toString(), null, { applies: true }],
    ['asked of the mairie', after({ type: 'REQUEST_TO_AGENT' }), late.toString(), 'ASK_THE_MAIRIE', null],
    ['by telephone', after({ type: 'PHONE_ONLY', number: '04 67' }), late.toString(), 'PHONE_ONLY', null],
    ['blocked', after({ type: 'BLOCK' }), late.toString(), 'SESSION_CLOSED', null],
    [
      'dearer, but the kitchen has its list',
      { ...after(DEARER), session: { ...session, frozenAt: before } },
      late.toString(),
      'SESSION_CLOSED',
      null,
    ],
    ['not open yet', { ...wish, add: { ...wish.add, opensAt: late } }, '2026-11-23T08:00:00Z', 'NOT_YET_OPEN', null],
  ])('%s', (_, judged, now, code, terms) => {
    expect(refusalOf(judged, { now: at(now) })).toBe(code);
    const expected = terms === null ? null : expect.objectContaining(terms);
    expect(lateTerms(judged, at(now))).toEqual(expected);
  });

  it.each<[string, Wish, string, string | null, string]>([
    ['before its limit, by that limit', after(DEARER), '2026-11-23T08:00:00Z', null, CLOSES],
    ['while it is dearer, by that limit too', after(DEARER), late.toString(), null, CLOSES],
    ['after what was dearer, by the end of that', after(DEARER), '2026-11-25T08:00:01Z', null, ends.toString()],
    ['where nothing was accepted after, by its limit', after({ type: 'BLOCK' }), '2026-11-26T08:00:00Z', null, CLOSES],
    [
      'where only the telephone was left, too',
      after({ type: 'PHONE_ONLY', number: '04' }),
      '2026-11-26T08:00:00Z',
      null,
      CLOSES,
    ],
    [
      'by the list of the kitchen, while it is dearer',
      after(DEARER),
      '2026-11-24T10:00:00Z',
      late.toString(),
      late.toString(),
    ],
    ['by that list, before its limit', wish, '2026-11-24T07:00:00Z', before.toString(), before.toString()],
  ])('closed since: %s', (_, judged, now, frozen, since) => {
    const frozenAt = frozen === null ? null : at(frozen);
    expect(closedSince({ ...judged, session: { ...session, frozenAt } }, at(now)).toString()).toBe(since);
  });
});
