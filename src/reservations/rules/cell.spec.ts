import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Effect, OperationInstants } from '../../reglement/rules/index.js';
import type { CancelOutcome } from './cancel-window.js';
import { type AskedOfMairie, cellOf } from './cell.js';
import type { JudgedSession, Wish } from './wish.js';

const closes = Temporal.Instant.from('2026-11-24T08:00:00Z');
const before = closes.subtract({ hours: 1 });
const after = closes.add({ hours: 1 });
const session: JudgedSession = {
  date: Temporal.PlainDate.from('2026-11-26'),
  addClosesAt: closes,
  cancelClosesAt: closes,
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
  add: { opensAt: null, closesAt: closes, endsAt: closes, late: [] },
  rule: () => null,
  lateSoFar: () => 0,
};

const FREE = { type: 'FREE' } as const;
const lately = (effect: Effect): OperationInstants => {
  const endsAt = closes.add({ hours: 5 });
  return { opensAt: null, closesAt: closes, endsAt, late: [{ effect, endsAt }] };
};

describe('a cell of the vue Période', () => {
  it.each<[string, Partial<Wish>, Partial<JudgedSession>, Temporal.Instant, boolean, object]>([
    ['a free day', {}, {}, before, false, { state: 'BOOKABLE', why: null }],
    ['a day in the basket', {}, {}, before, true, { state: 'IN_BASKET' }],
    ['a day in the basket whose window is over', {}, {}, after, true, { state: 'CLOSED', since: closes }],
    ['a reserved day', { reservedFor: 1 }, {}, before, false, { state: 'RESERVED', cancellable: true }],
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
      { away: { type: 'OTHER_FAMILY' } },
      {},
      before,
      false,
      { state: 'NOT_YOURS', why: 'semaine de l’autre foyer' },
    ],
    [
      'reserved by the other foyer while the day was its own',
      { reservedFor: 2 },
      {},
      before,
      false,
      { state: 'TAKEN_BY_OTHER', why: 'par l’autre foyer, qui seul peut l’annuler', cancellable: false },
    ],
    [
      'reserved by the other foyer on a day that is its own',
      { reservedFor: 2, away: { type: 'OTHER_FAMILY' } },
      {},
      before,
      false,
      { state: 'NOT_YOURS' },
    ],
    [
      'a week of no foyer that is known',
      { away: { type: 'OTHER_WEEK' } },
      {},
      before,
      false,
      { state: 'NOT_YOURS', why: 'hors de vos semaines de garde' },
    ],
    [
      'before the family arrived',
      { away: { type: 'NOT_YET', from: Temporal.PlainDate.from('2026-12-01') } },
      {},
      before,
      false,
      { state: 'OUT_OF_DATES', why: 'enfant dans votre foyer à partir du 1er décembre 2026' },
    ],
    [
      'after the custody of the family',
      { away: { type: 'NO_MORE', to: Temporal.PlainDate.from('2026-11-20') } },
      {},
      before,
      false,
      { state: 'OUT_OF_DATES', why: 'enfant dans votre foyer jusqu’au 20 novembre 2026' },
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
    ['not open yet', { add: { ...wish.add, opensAt: closes } }, {}, before, false, { state: 'NOT_YET_OPEN' }],
    [
      'late, for more',
      { add: lately({ type: 'SURCHARGE', pct: 50 }) },
      {},
      after,
      false,
      { state: 'BOOKABLE', why: 'hors délai\u00a0: avec une majoration de 50\u00a0%' },
    ],
    [
      'late, to be asked of the mairie',
      { add: lately({ type: 'REQUEST_TO_AGENT' }) },
      {},
      after,
      false,
      { state: 'REQUESTABLE', since: closes },
    ],
    [
      'late, by telephone',
      { add: lately({ type: 'PHONE_ONLY', number: '04 67 00 00 00' }) },
      {},
      after,
      false,
      { state: 'CLOSED', why: 'par téléphone seulement, au 04 67 00 00 00' },
    ],
  ])('%s', (_, ofWish, ofSession, now, inBasket, expected) => {
    const judged = { ...wish, ...ofWish, session: { ...session, ...ofSession } };
    expect(
      cellOf(judged, { now, zone: 'Europe/Paris', inBasket, waiting: null, cancel: FREE, asked: null }),
    ).toMatchObject(expected);
  });

  it.each<[string, Wish['away'], CancelOutcome, object]>([
    [
      'past its window',
      null,
      { type: 'REFUSED', code: 'CANCELLATION_CLOSED', phone: null },
      { state: 'RESERVED', why: null, cancellable: false, elsewhere: false },
    ],
    [
      'owed in full',
      null,
      { type: 'LATE', effect: 'BILL_FULL' },
      { cancellable: true, why: 'annulation hors délai\u00a0: le jour reste facturé en entier' },
    ],
    [
      'gone to the other foyer since',
      { type: 'OTHER_FAMILY' },
      FREE,
      { state: 'RESERVED', cancellable: true, elsewhere: true, why: 'jour désormais de l’autre foyer' },
    ],
    [
      'gone to the other foyer, past its window',
      { type: 'OTHER_FAMILY' },
      { type: 'LATE', effect: 'BILL_FULL' },
      {
        elsewhere: true,
        why: 'jour désormais de l’autre foyer, annulation hors délai\u00a0: le jour reste facturé en entier',
      },
    ],
    [
      'after the custody of the family',
      { type: 'NO_MORE', to: Temporal.PlainDate.from('2026-11-20') },
      FREE,
      { elsewhere: true, why: 'enfant dans votre foyer jusqu’au 20 novembre 2026' },
    ],
  ])('of a reserved day: %s', (_, away, cancel, expected) => {
    const context = { now: after, zone: 'Europe/Paris', inBasket: false, waiting: null, cancel, asked: null };
    expect(cellOf({ ...wish, reservedFor: 1, away }, context)).toMatchObject(expected);
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
      { away: { type: 'OTHER_FAMILY' } },
      before,
      { state: 'OFFERED', expiresAt: closes, rank: 0 },
      { state: 'NOT_YOURS' },
    ],
  ])('of a waiting list: %s', (_, ofWish, now, waiting, expected) => {
    const context = {
      now,
      zone: 'Europe/Paris',
      inBasket: false,
      waiting: waiting as never,
      cancel: FREE,
      asked: null,
    };
    const cell = cellOf({ ...wish, ...ofWish }, context);
    expect({ ...cell, why: cell.why?.replaceAll('\u00a0', ' ') ?? null }).toMatchObject(expected);
  });

  const ASKING = lately({ type: 'REQUEST_TO_AGENT' });
  it.each<[string, Partial<Wish>, Temporal.Instant, AskedOfMairie | null, object]>([
    ['asked of no one', { add: ASKING }, after, null, { state: 'REQUESTABLE', since: closes }],
    [
      'waiting for the mairie',
      { add: ASKING },
      after,
      { state: 'PENDING', answer: null },
      { state: 'REQUESTED', since: closes },
    ],
    [
      'refused, with its words',
      { add: ASKING },
      after,
      { state: 'REFUSED', answer: 'La commande est partie.' },
      { state: 'REFUSED', why: 'la mairie a répondu : « La commande est partie. »' },
    ],
    [
      'refused, once nothing may be asked any more',
      {},
      after,
      { state: 'REFUSED', answer: null },
      { state: 'REFUSED', why: 'refusé par la mairie' },
    ],
    ['refused, then opened again', {}, before, { state: 'REFUSED', answer: null }, { state: 'BOOKABLE' }],
    ['refused, then booked', { reservedFor: 1 }, after, { state: 'REFUSED', answer: null }, { state: 'RESERVED' }],
  ])('past the deadline: %s', (_, ofWish, now, asked, expected) => {
    const context = { now, zone: 'Europe/Paris', inBasket: false, waiting: null, cancel: FREE, asked };
    const cell = cellOf({ ...wish, ...ofWish }, context);
    expect({ ...cell, why: cell.why?.replaceAll('\u00a0', ' ') ?? null }).toMatchObject(expected);
  });

  it('of a day that was dearer after its limit, is closed since the end of that', () => {
    const add = lately({ type: 'SURCHARGE', pct: 50 });
    const now = add.endsAt.add({ hours: 1 });
    const context = { now, zone: 'Europe/Paris', inBasket: false, waiting: null, cancel: FREE, asked: null };
    const cell = cellOf({ ...wish, add }, context);
    expect(cell).toMatchObject({ state: 'CLOSED', since: add.endsAt });
    expect(cell.why).toContain('24 novembre 2026 à 14');
  });
});
