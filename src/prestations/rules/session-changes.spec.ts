import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { BookingPolicy, Deadline } from '../../reglement/rules/index.js';
import { changeOf, closedAtOnce, type KeptSession } from './session-changes.js';
import type { RuledDay, SessionInstants } from './session-rules.js';

const at = (text: string) => Temporal.Instant.from(text);
const [TUESDAY, THURSDAY] = [at('2026-11-24T11:00:00Z'), at('2026-11-26T11:00:00Z')];
const week = (weekday: 'TU' | 'TH'): Deadline => ({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday, at: '12:00' });
const policy = (weekday: 'TU' | 'TH', more: Partial<BookingPolicy> = {}): BookingPolicy => ({
  add: { deadline: week(weekday) },
  cancel: { deadline: week(weekday) },
  ...more,
});
const instants = (closesAt: Temporal.Instant, more: Partial<SessionInstants> = {}): SessionInstants => ({
  addOpensAt: null,
  addClosesAt: closesAt,
  addEndsAt: closesAt,
  cancelClosesAt: closesAt,
  cancelEndsAt: closesAt,
  modifyClosesAt: closesAt,
  dietClosesAt: closesAt,
  ordersAt: closesAt,
  ...more,
});
const session: KeptSession = {
  id: 12,
  date: Temporal.PlainDate.from('2026-11-30'),
  bookingPolicyId: 1,
  policyExceptionId: null,
  ...instants(THURSDAY),
};
const day = (policyId: number, ruling: BookingPolicy, kept: SessionInstants, exceptionId: number | null = null) =>
  ({ policyId, exceptionId, policy: ruling, instants: kept }) satisfies RuledDay;

describe('what changes in a session that is planned already', () => {
  it.each<[what: string, now: RuledDay, moved: readonly string[] | null]>([
    ['nothing', day(1, policy('TH'), instants(THURSDAY)), null],
    ['a new version that says the same', day(2, policy('TH'), instants(THURSDAY)), null],
    [
      'an earlier deadline',
      day(2, policy('TU'), instants(TUESDAY)),
      ['addClosesAt', 'addEndsAt', 'cancelClosesAt', 'cancelEndsAt', 'modifyClosesAt', 'dietClosesAt', 'ordersAt'],
    ],
    [
      'an opening where there was none',
      day(1, policy('TH'), instants(THURSDAY, { addOpensAt: at('2026-10-19T22:00:00Z') })),
      ['addOpensAt'],
    ],
    [
      'an exception that moves the order',
      day(1, policy('TH'), instants(THURSDAY, { ordersAt: TUESDAY }), 9),
      ['ordersAt'],
    ],
    [
      'the same instants, with another effect after them',
      day(2, policy('TH', { absence: { carenceDays: { n: 1 } } }), instants(THURSDAY)),
      [],
    ],
  ])('%s', (_, now, moved) => {
    expect(changeOf(session, policy('TH'), now)?.moved ?? null).toEqual(moved);
  });

  it('tells what ruled it and what would', () => {
    const now = day(2, policy('TU'), instants(TUESDAY), 9);
    expect(changeOf(session, policy('TH'), now)).toMatchObject({
      sessionId: 12,
      before: { policyId: 1, exceptionId: null, instants: instants(THURSDAY) },
      after: { policyId: 2, exceptionId: 9, instants: instants(TUESDAY) },
    });
  });
});

describe('what closes at once', () => {
  const change = (before: SessionInstants, after: SessionInstants) => ({
    before: { policyId: 1, exceptionId: null, instants: before },
    after: day(2, policy('TU'), after),
  });
  const earlier = change(instants(THURSDAY), instants(TUESDAY));
  it.each([
    ['before both limits', earlier, '2026-11-24T10:59:59Z', []],
    ['at the new limit', earlier, '2026-11-24T11:00:00Z', ['ADD', 'CANCEL']],
    ['between the two', earlier, '2026-11-26T10:59:59Z', ['ADD', 'CANCEL']],
    ['after both', earlier, '2026-11-26T11:00:00Z', []],
    ['a later limit opens again', change(instants(TUESDAY), instants(THURSDAY)), '2026-11-25T08:00:00Z', []],
    [
      'only cancelling',
      change(instants(THURSDAY), instants(THURSDAY, { cancelClosesAt: TUESDAY })),
      '2026-11-25T08:00:00Z',
      ['CANCEL'],
    ],
  ])('%s', (_, moved, now, closed) => expect(closedAtOnce(moved, at(now))).toEqual(closed));
});
