import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect } from '../../reglement/rules/index.js';
import { cancelOutcome } from './cancel-window.js';

const at = (text: string) => Temporal.Instant.from(text);
const closesAt = at('2026-11-24T08:00:00Z');
const endsAt = at('2026-11-25T08:00:00Z');
const PENDING = { calledOffAt: null, frozenAt: null };
const CLOSED = { type: 'REFUSED', code: 'CANCELLATION_CLOSED', phone: null };

describe('giving a booking up', () => {
  it.each<[string, Effect | null, string, object, object]>([
    ['in time', { type: 'BILL_FULL' }, '2026-11-24T07:59:59.999Z', PENDING, { type: 'FREE' }],
    ['at the deadline, with no effect', null, '2026-11-24T08:00:00Z', PENDING, CLOSED],
    [
      'late, owed in full',
      { type: 'BILL_FULL' },
      '2026-11-24T08:00:00Z',
      PENDING,
      { type: 'LATE', effect: 'BILL_FULL' },
    ],
    ['late, for nothing', { type: 'CREDIT' }, '2026-11-24T23:00:00Z', PENDING, { type: 'LATE', effect: 'CREDIT' }],
    ['later than even that', { type: 'CREDIT' }, '2026-11-25T08:00:00Z', PENDING, CLOSED],
    [
      'late, to be asked',
      { type: 'REQUEST_TO_AGENT' },
      '2026-11-24T09:00:00Z',
      PENDING,
      { ...CLOSED, code: 'ASK_THE_MAIRIE' },
    ],
    [
      'late, by telephone',
      { type: 'PHONE_ONLY', number: '04 67' },
      '2026-11-24T09:00:00Z',
      PENDING,
      { ...CLOSED, phone: '04 67' },
    ],
    ['once the list has left', { type: 'CREDIT' }, '2026-11-20T08:00:00Z', { ...PENDING, frozenAt: closesAt }, CLOSED],
    [
      'when the mairie called it off',
      null,
      '2026-11-26T08:00:00Z',
      { ...PENDING, calledOffAt: closesAt },
      { type: 'FREE' },
    ],
  ])('%s', (_, effect, now, session, expected) => {
    const window = { opensAt: null, closesAt, endsAt, late: effect ? [{ effect, endsAt }] : [] };
    expect(cancelOutcome(session as never, window, at(now))).toEqual(expected);
  });

  const counter = (bounds: object) => ({ per: 'FAMILY', period: 'SCHOOL_YEAR', ...bounds }) as const;
  it.each<[string, Effect[], number, object]>([
    [
      'the second of two that are credited',
      [{ type: 'CREDIT', counter: counter({ upTo: 2 }) }, { type: 'BILL_FULL' }],
      1,
      { type: 'LATE', effect: 'CREDIT' },
    ],
    [
      'the third',
      [{ type: 'CREDIT', counter: counter({ upTo: 2 }) }, { type: 'BILL_FULL' }],
      2,
      { type: 'LATE', effect: 'BILL_FULL' },
    ],
    [
      'one before those that are owed',
      [{ type: 'BILL_FULL', counter: counter({ from: 3 }) }],
      1,
      { type: 'LATE', effect: 'CREDIT' },
    ],
    [
      'one before those that are refused',
      [{ type: 'BLOCK', counter: counter({ from: 3 }) }],
      1,
      { type: 'LATE', effect: 'CREDIT' },
    ],
    ['the first that is refused', [{ type: 'BLOCK', counter: counter({ from: 3 }) }], 2, CLOSED],
  ])('%s', (_, effects, soFar, expected) => {
    const window = { opensAt: null, closesAt, endsAt, late: effects.map((effect) => ({ effect, endsAt })) };
    expect(cancelOutcome(PENDING, window, at('2026-11-24T09:00:00Z'), () => soFar)).toEqual(expected);
  });
});
