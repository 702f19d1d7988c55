import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import {
  afterFailure,
  awaitingWords,
  type HoldState,
  holdExpiresAt,
  isHeld,
  isPaidAtBooking,
  isPayable,
  keptWhilePaying,
  mayComeBack,
  type PaymentFailure,
  type ReleaseReason,
} from './place-hold.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-20T${time}Z`);

describe('a place held while it is paid', () => {
  it.each<[string, 'R' | 'C', boolean, number, boolean]>([
    ['a day paid at booking, asked by a parent', 'R', true, 350, true],
    ['asked by the mairie for the family: it is paid at the counter or with the month', 'R', false, 350, false],
    ['a day paid at consumption', 'C', true, 350, false],
    ['a day that costs nothing, or is part of a forfait', 'R', true, 0, false],
  ])('%s', (_case, paymentMode, asParent, told, expected) => {
    expect(isPaidAtBooking({ paymentMode }, { asParent }, told)).toBe(expected);
  });

  it.each([
    ['for the delay of the mairie', '10:00:00', 20, '18:00:00', null, '10:20:00'],
    ['for a shorter delay', '10:00:00', 5, '18:00:00', null, '10:05:00'],
    ['until the list leaves for the kitchen', '10:00:00', 20, '10:12:00', null, '10:12:00'],
    ['for the time of the offer that is accepted', '10:00:00', 20, '18:00:00', '15:00:00', '15:00:00'],
    ['for the delay, of an offer that ends sooner', '10:00:00', 20, '18:00:00', '10:01:00', '10:20:00'],
    ['until the list leaves, whatever the offer', '10:00:00', 20, '12:00:00', '15:00:00', '12:00:00'],
  ])('is held %s', (_case, now, minutes, ordersAt, offer, expected) => {
    const limits = { ordersAt: at(ordersAt), offerEndsAt: offer === null ? null : at(offer) };
    expect(holdExpiresAt(at(now), minutes, limits)).toEqual(at(expected));
  });

  it.each([
    ['a payment begun at once outlives the delay', '10:01:00', '10:26:00'],
    ['and one begun in the last minute', '10:19:00', '10:44:00'],
  ])('%s', (_case, now, expected) => {
    expect(keptWhilePaying(at('10:20:00'), at(now))).toEqual(at(expected));
  });

  it('is kept for its own delay where that is longer than a payment takes', () => {
    expect(keptWhilePaying(at('15:00:00'), at('10:00:00'))).toEqual(at('15:00:00'));
  });

  it.each<[string, HoldState, string, boolean, boolean]>([
    ['in its delay', 'HELD', '10:19:59', true, true],
    ['at its end, while a payment is under way', 'HELD', '10:20:00', true, false],
    ['before the end of what a payment takes', 'HELD', '10:39:59', true, false],
    ['at that end, whether a task ran or not', 'HELD', '10:40:00', false, false],
    ['reserved', 'RESERVED', '10:10:00', false, false],
    ['given back', 'RELEASED', '10:10:00', false, false],
  ])('%s', (_case, state, now, held, payable) => {
    const hold = { state, expiresAt: at('10:20:00'), keptUntil: at('10:40:00') };
    expect([isHeld(hold, at(now)), isPayable(hold, at(now))]).toEqual([held, payable]);
  });

  it.each<[ReleaseReason | null, boolean]>([
    ['EXPIRED', true],
    ['NOT_PAID', true],
    ['GIVEN_UP', false],
    ['LIST_CLOSED', false],
    ['CALLED_OFF', false],
    [null, false],
  ])('given back for %s, may be reserved by money that comes late: %s', (releasedFor, expected) => {
    expect(mayComeBack({ releasedFor })).toBe(expected);
  });

  it.each<[PaymentFailure, string]>([
    ['CANCELLED', 'RELEASE'],
    ['REFUSED', 'RELEASE'],
    ['EXPIRED', 'RELEASE'],
    ['TESTED', 'RELEASE'],
    ['FAILED', 'RETRY'],
    ['ANOMALY', 'WAIT'],
  ])('of a payment that is %s: %s', (reason, expected) => {
    expect(afterFailure(reason)).toBe(expected);
  });

  it.each([
    ['2026-11-20T13:20:00Z', 'en attente de paiement jusqu’à 14 h 20'],
    ['2026-11-24T08:00:00Z', 'en attente de paiement jusqu’au mardi 24 novembre 2026 à 9 h 00'],
  ])('says until when: %s', (until, expected) => {
    const words = awaitingWords(Temporal.Instant.from(until), at('10:00:00'), 'Europe/Paris');
    expect(words.replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
