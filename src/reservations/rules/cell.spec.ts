import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { cellOf } from './cell.js';
import type { JudgedSession, Wish } from './wish.js';

const closes = Temporal.Instant.from('2026-11-24T08:00:00Z');
const before = closes.subtract({ hours: 1 });
const after = closes.add({ hours: 1 });
const session: JudgedSession = {
  addClosesAt: closes,
  cancelClosesAt: closes,
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

describe('a cell of the vue Période', () => {
  it.each<[string, Partial<Wish>, Partial<JudgedSession>, Temporal.Instant, boolean, object]>([
    ['a free day', {}, {}, before, false, { state: 'BOOKABLE', why: null }],
    ['a day in the basket', {}, {}, before, true, { state: 'IN_BASKET' }],
    ['a day in the basket whose window is over', {}, {}, after, true, { state: 'CLOSED', since: closes }],
    ['a reserved day', { reservedFor: 1 }, {}, before, false, { state: 'RESERVED', cancellable: true }],
    ['a reserved day past its window', { reservedFor: 1 }, {}, after, false, { state: 'RESERVED', cancellable: false }],
    [
      'a reserved day of a full session',
      { reservedFor: 1, full: { by: 'SESSION' } },
      {},
      before,
      false,
      { state: 'RESERVED' },
    ],
    [
      'a full day',
      { full: { by: 'SESSION' } },
      {},
      before,
      false,
      { state: 'FULL', why: 'complet', waitingListOpen: true },
    ],
    [
      'a day full for the youngest',
      { full: { by: 'POOL', name: 'le réfectoire', ageFrom: null, ageUnder: 6 } },
      {},
      before,
      false,
      { state: 'FULL', why: 'complet pour les moins de 6\u00a0ans' },
    ],
    [
      'the other foyer’s week',
      { familyInCharge: 2 },
      {},
      before,
      false,
      { state: 'NOT_YOURS', why: 'semaine de l’autre foyer' },
    ],
    [
      'a strike',
      {},
      { calledOffAt: before, calledOffReason: 'grève' },
      before,
      false,
      { state: 'CALLED_OFF', why: 'grève' },
    ],
    [
      'no tariff',
      { priced: false },
      {},
      before,
      false,
      { state: 'CLOSED', why: 'tarif non encore publié', since: null },
    ],
    ['before the enrolment starts', { enrolled: false }, {}, before, false, { state: 'NO_SERVICE' }],
  ])('%s', (_, ofWish, ofSession, now, inBasket, expected) => {
    const judged = { ...wish, ...ofWish, session: { ...session, ...ofSession } };
    expect(cellOf(judged, { now, zone: 'Europe/Paris', inBasket, waiting: null })).toMatchObject(expected);
  });

  it.each<[string, Partial<Wish>, Temporal.Instant, object, object]>([
    [
      'in line',
      { full: { by: 'SESSION' } },
      before,
      { state: 'WAITING', expiresAt: null, rank: 3 },
      { state: 'WAITING', why: '3e place de la liste d’attente', waitingListOpen: false },
    ],
    [
      'a place is offered',
      {},
      before,
      { state: 'OFFERED', expiresAt: closes, rank: 0 },
      { state: 'OFFERED', why: 'place proposée jusqu’au mardi 24 novembre 2026 à 9 h 00' },
    ],
    [
      'the offer is over',
      { full: { by: 'SESSION' } },
      before,
      { state: 'OFFERED', expiresAt: before, rank: 0 },
      { state: 'FULL', waitingListOpen: true },
    ],
    [
      'in line when the session closes',
      { full: { by: 'SESSION' } },
      after,
      { state: 'WAITING', expiresAt: null, rank: 1 },
      { state: 'CLOSED' },
    ],
    [
      'offered, in a week that went to the other foyer',
      { familyInCharge: 2 },
      before,
      { state: 'OFFERED', expiresAt: closes, rank: 0 },
      { state: 'NOT_YOURS' },
    ],
  ])('of a waiting list: %s', (_, ofWish, now, waiting, expected) => {
    const context = { now, zone: 'Europe/Paris', inBasket: false, waiting: waiting as never };
    const cell = cellOf({ ...wish, ...ofWish }, context);
    expect({ ...cell, why: cell.why?.replaceAll('\u00a0', ' ') ?? null }).toMatchObject(expected);
  });
});
