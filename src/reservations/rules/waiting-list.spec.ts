import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { listIsOpen, offerExpiresAt, stateByClock, type WaitingState, waitingWords } from './waiting-list.js';

const at = (text: string) => Temporal.Instant.from(text);
const CLOSES = '2026-11-24T08:00:00Z';
const session = { addClosesAt: at(CLOSES), frozenAt: null, calledOffAt: null };

describe('a waiting list', () => {
  it.each([
    ['the delay of the mairie', '2026-11-20T10:00:00Z', 24, '2026-11-21T10:00:00Z'],
    ['a shorter delay', '2026-11-20T10:00:00Z', 2, '2026-11-20T12:00:00Z'],
    ['never past the closing instant', '2026-11-23T20:00:00Z', 24, CLOSES],
    ['the delay ends when the session closes', '2026-11-23T08:00:00Z', 24, CLOSES],
    ['a last minute', '2026-11-24T07:59:00Z', 24, CLOSES],
  ])('offers a place for %s', (_, now, hours, expected) => {
    const own = { closesAt: at(CLOSES), endsAt: at(CLOSES) };
    expect(offerExpiresAt(at(now), hours, session, own).toString()).toBe(expected);
  });

  it.each([
    ['its own deadline', '2026-11-21T08:00:00Z', '2026-11-21T08:00:00Z', '2026-11-21T08:00:00Z'],
    ['its own deadline, later than that of everybody', '2026-11-25T08:00:00Z', '2026-11-25T08:00:00Z', CLOSES],
    ['the end of late bookings, once late', '2026-11-20T08:00:00Z', '2026-11-22T08:00:00Z', '2026-11-22T08:00:00Z'],
  ])('offers a place to a child of a public until %s', (_, closesAt, endsAt, expected) => {
    const own = { closesAt: at(closesAt), endsAt: at(endsAt) };
    expect(offerExpiresAt(at('2026-11-20T10:00:00Z'), 240, session, own).toString()).toBe(expected);
  });

  it.each<[string, WaitingState, string | null, string, WaitingState]>([
    ['in line before the session closes', 'WAITING', null, '2026-11-24T07:59:59.999Z', 'WAITING'],
    ['in line when it closes', 'WAITING', null, CLOSES, 'CLOSED'],
    [
      'an offer, a millisecond before its end',
      'OFFERED',
      '2026-11-21T10:00:00Z',
      '2026-11-21T09:59:59.999Z',
      'OFFERED',
    ],
    [
      'an offer at its end, whether a task ran or not',
      'OFFERED',
      '2026-11-21T10:00:00Z',
      '2026-11-21T10:00:00Z',
      'EXPIRED',
    ],
    ['what has ended stays as it ended', 'LEFT', null, '2026-11-20T08:00:00Z', 'LEFT'],
  ])('%s', (_, state, expiresAt, now, expected) => {
    expect(stateByClock({ state, expiresAt: expiresAt === null ? null : at(expiresAt) }, session, at(now))).toBe(
      expected,
    );
  });

  it('is closed with the headcount and with a strike', () => {
    const now = at('2026-11-20T08:00:00Z');
    expect(listIsOpen(session, now)).toBe(true);
    expect(listIsOpen({ ...session, frozenAt: now }, now)).toBe(false);
    expect(listIsOpen({ ...session, calledOffAt: now }, now)).toBe(false);
  });

  it.each([
    [1, null, '1re place de la liste d’attente'],
    [12, null, '12e place de la liste d’attente'],
    [null, CLOSES, 'place proposée jusqu’au mardi 24 novembre 2026 à 9 h 00'],
  ])('says rank %s, until %s', (rank, until, expected) => {
    const place = { rank, expiresAt: until === null ? null : at(until) };
    expect(waitingWords(place, 'Europe/Paris').replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
