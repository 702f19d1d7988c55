import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect } from '../../reglement/index.js';
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
});
