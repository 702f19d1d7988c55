import { Injectable } from '@nestjs/common';
import { type CivilCalendar, FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindChildrenOfFamily } from '../../families/index.js';
import { dateIn, eachDate, spansOverlap, Temporal, type Weekday } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindSessions, type PaymentMode, type SessionRow } from '../../prestations/index.js';
import { weekdaysOf } from '../../prestations/rules/index.js';
import { unplannedInFrench } from '../../reglement/rules/index.js';
import { type BasketOwner, BasketStore } from '../data/basket-store.js';
import type { BasketLineRow } from '../data/basket-line.entity.js';
import { promiseOf } from '../data/new-reservation.js';
import type { PlaceHoldRow } from '../data/place-hold.entity.js';
import type { ReservationRow } from '../data/reservation.entity.js';
import { type AskedOfMairie, type Cell, cellOf, type CellState, noService } from '../rules/cell.js';
import { cancelOutcome } from '../rules/cancel-window.js';
import { toldPrice, toldWords } from '../rules/late-booking.js';
import { wishesInTurn } from './basket/wishes-in-turn.js';
import { bookableUntil, closedSince, lateTerms, type Wish } from '../rules/wish.js';
import { keyOf } from './basket/add-to-basket.js';
import { FindAskedOfMairie } from './late-requests/find-asked-of-mairie.js';
import { type BookingFacts, LoadBookingFacts, type Occupancy } from './load-booking-facts.js';
import { LoadOccupancy } from './places/load-occupancy.js';

export interface PlanningCell extends Cell {
  readonly date: Temporal.PlainDate;
  /** The members below are null where the family has nothing to know: no session, or the other foyer's day. */
  readonly sessionId: number | null;
  readonly reservationId: number | null;
  readonly basketLineId: number | null;
  /** The child's entry on the waiting list, when WAITING or OFFERED. */
  readonly waitingEntryId: number | null;
  /** Among those still waiting, when WAITING. */
  readonly waitingRank: number | null;
  /** First instant at which the offer can no longer be accepted, when OFFERED. */
  readonly offerExpiresAt: Temporal.Instant | null;
  /** The validation to pay, and until when, when AWAITING_PAYMENT. */
  readonly validationId: number | null;
  readonly heldUntil: Temporal.Instant | null;
  /** The promised price of a reserved day, else the price of the day for this family. */
  readonly unitCents: Cents | null;
  /** The same in French, and how it is made where one amount does not say it. */
  readonly price: string | null;
  /** What it would cost to come without a booking, where that has a price of its own. */
  readonly unplannedPrice: string | null;
  readonly placesLeft: number | null;
  readonly addClosesAt: Temporal.Instant | null;
  readonly bookableUntil: Temporal.Instant | null;
  readonly cancelClosesAt: Temporal.Instant | null;
}

export interface PlanningRow {
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  readonly paymentMode: PaymentMode;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** Those on which it may run. */
  readonly weekdays: readonly Weekday[];
  /** One for each date of the span. */
  readonly cells: readonly PlanningCell[];
}

export interface Planning {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly readAt: Temporal.Instant;
  readonly timeZone: string;
  readonly children: readonly {
    readonly childId: number;
    readonly firstName: string;
    readonly lastName: string;
    readonly rows: readonly PlanningRow[];
  }[];
}

/** The « vue Période »: children × prestations × days, with a constant number of queries whatever the span. */
@Injectable()
export class ShowPlanning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
    private readonly findSessions: FindSessions,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly baskets: BasketStore,
    private readonly findAsked: FindAskedOfMairie,
  ) {}

  run(owner: BasketOwner, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Planning> {
    const readAt = this.clock.now();
    const { collectiviteId, familyId } = owner;
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const children = await this.findChildrenOfFamily.run(collectiviteId, familyId, from, to);
      const lines = await this.baskets.lines(owner);
      const childIds = [...new Set([...children, ...lines].map(({ childId }) => childId))];
      const facts = await this.loadFacts.run(owner, childIds);
      const rowsOf = enrolledPrestations(facts, from, to);
      const prestationIds = [...new Set([...rowsOf.values()].flat())];
      const sessions = await this.findSessions.run(collectiviteId, { from, to, prestationIds });
      const inBasket = await this.sessionsOf(collectiviteId, lines, sessions);
      const occupancy = await this.loadOccupancy.run(collectiviteId, childIds, [...sessions, ...inBasket], readAt);
      const byId = new Map([...sessions, ...inBasket].map((session) => [session.id, session]));
      const wishes = wishesInTurn(lines, byId, facts, occupancy, readAt);
      const lineOf = new Map(lines.map((line) => [keyOf(line), line]));
      const sessionOn = new Map(sessions.map((session) => [dayKey(session.prestationId, session.date), session]));
      const dates = [...eachDate(from, to)];
      const calendars = await this.calendars(collectiviteId, prestationIds, facts);
      const asked = await this.findAsked.run(owner, { childIds, sessionIds: sessions.map(({ id }) => id) });
      const shape = new CellShape(facts, occupancy, { lineOf, wishes, asked }, calendars, readAt, timeZone);
      return {
        from,
        to,
        readAt,
        timeZone,
        children: children.map(({ childId, firstName, lastName }) => ({
          childId,
          firstName,
          lastName,
          rows: (rowsOf.get(childId) ?? []).map((prestationId) => ({
            ...rowHead(facts, prestationId),
            cells: dates.map((date) => {
              const session = sessionOn.get(dayKey(prestationId, date));
              return session ? shape.of(session, childId, date) : shape.none(prestationId, date);
            }),
          })),
        })),
      };
    });
  }

  /** What the basket holds on other days than those that are shown: its late lines count for the days that are. */
  private async sessionsOf(
    collectiviteId: number,
    lines: readonly BasketLineRow[],
    shown: readonly SessionRow[],
  ): Promise<SessionRow[]> {
    const known = new Set(shown.map(({ id }) => id));
    const ids = new Set(lines.map(({ sessionId }) => sessionId).filter((id) => !known.has(id)));
    return this.findSessions.byIds(collectiviteId, [...ids]);
  }

  /** By prestation, the calendar of its site: a closure may be of one school alone. */
  private async calendars(
    collectiviteId: number,
    prestationIds: readonly number[],
    facts: BookingFacts,
  ): Promise<Map<number, CivilCalendar>> {
    const calendars = new Map<number, CivilCalendar>();
    for (const [siteId, ids] of groupedBy(prestationIds, (id) => facts.prestation(id).siteId)) {
      const calendar = await this.findCalendar.run(collectiviteId, siteId);
      for (const id of ids) calendars.set(id, calendar);
    }
    return calendars;
  }
}

/** The cells of one answer. */
class CellShape {
  private readonly today: Temporal.PlainDate;

  constructor(
    private readonly facts: BookingFacts,
    private readonly occupancy: Occupancy,
    private readonly own: {
      readonly lineOf: ReadonlyMap<string, BasketLineRow>;
      readonly wishes: ReadonlyMap<number, Wish>;
      readonly asked: ReadonlyMap<string, AskedOfMairie>;
    },
    private readonly calendars: ReadonlyMap<number, CivilCalendar>,
    private readonly now: Temporal.Instant,
    private readonly zone: string,
  ) {
    this.today = dateIn(zone, now);
  }

  /** Nothing runs on that day. */
  none(prestationId: number, date: Temporal.PlainDate): PlanningCell {
    return { ...noService(dayOff(this.calendars.get(prestationId)!, date)), date, ...HIDDEN };
  }

  of(session: SessionRow, childId: number, date: Temporal.PlainDate): PlanningCell {
    const key = keyOf({ sessionId: session.id, childId });
    const line = this.own.lineOf.get(key) ?? null;
    const wish = line ? this.own.wishes.get(line.id)! : this.facts.wish(session, childId, this.occupancy);
    const { familyId } = wish;
    const entry = this.occupancy.waiting.of(session.id, childId);
    const own = entry?.familyId === familyId ? entry : null;
    const waiting = own && { state: own.state, expiresAt: own.expiresAt, rank: this.occupancy.waiting.rankOf(own) };
    const givenUp = this.facts.cancelledSoFar(session, childId);
    const cancel = cancelOutcome(session, this.facts.window(session, childId, 'CANCEL'), this.now, givenUp);
    const asked = this.own.asked.get(key) ?? null;
    const cell = cellOf(wish, { now: this.now, zone: this.zone, inBasket: line !== null, waiting, cancel, asked });
    const inLine = cell.state === 'WAITING' || cell.state === 'OFFERED' ? own : null;
    if (NOTHING_TO_KNOW.includes(cell.state)) return { ...cell, date, ...HIDDEN, basketLineId: line?.id ?? null };
    const hold = cell.state === 'AWAITING_PAYMENT' ? this.occupancy.holds.of(session.id, childId) : null;
    const reserved = cell.state === 'RESERVED' ? this.occupancy.living.of(session.id, childId) : null;
    return {
      ...cell,
      date,
      sessionId: session.id,
      reservationId: reserved?.id ?? null,
      waitingEntryId: inLine?.id ?? null,
      waitingRank: cell.state === 'WAITING' ? waiting!.rank : null,
      offerExpiresAt: cell.state === 'OFFERED' ? own!.expiresAt : null,
      basketLineId: line?.id ?? null,
      validationId: hold?.validationId ?? null,
      heldUntil: hold?.expiresAt ?? null,
      ...this.priced(reserved ?? hold, wish, session, { childId, line, canCome: cell.state !== 'CALLED_OFF' }),
      placesLeft: this.occupancy.pools.left(session, this.facts.child(childId).birthDate),
      addClosesAt: closedSince(wish, this.now),
      bookableUntil: bookableUntil(wish, this.now),
      cancelClosesAt: this.facts.window(session, childId, 'CANCEL').closesAt,
    };
  }

  /** What was promised for a day that is reserved or held, or what the day would cost now. */
  private priced(
    reserved: ReservationRow | PlaceHoldRow | null,
    wish: Wish,
    session: SessionRow,
    day: { readonly childId: number; readonly line: BasketLineRow | null; readonly canCome: boolean },
  ): Pick<PlanningCell, 'unitCents' | 'price' | 'unplannedPrice'> {
    const promised = reserved ? promiseOf(reserved) : this.facts.promised(session, day.childId, day.line ?? {});
    const toCome = day.canCome && session.date.toString() >= this.today.toString();
    const late = reserved ? reserved.lateBooking : lateTerms(wish, this.now);
    return {
      unitCents: reserved?.unitCents ?? toldPrice(promised, late),
      price: toldWords(promised, late),
      unplannedPrice: !reserved && promised && toCome ? unplannedInFrench(promised.prices) : null,
    };
  }
}

/** Of these days the family has nothing more to know. */
const NOTHING_TO_KNOW: readonly CellState[] = ['NOT_YOURS', 'TAKEN_BY_OTHER', 'OUT_OF_DATES', 'NO_SERVICE'];

const HIDDEN = {
  sessionId: null,
  reservationId: null,
  basketLineId: null,
  waitingEntryId: null,
  waitingRank: null,
  offerExpiresAt: null,
  validationId: null,
  heldUntil: null,
  unitCents: null,
  price: null,
  unplannedPrice: null,
  placesLeft: null,
  addClosesAt: null,
  bookableUntil: null,
  cancelClosesAt: null,
} as const;

/** By child, the prestations it is enrolled in on at least one date of the span, in the order of their names. */
function enrolledPrestations(
  facts: BookingFacts,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const { childId, prestationId, fromDate, toDate } of facts.enrolments.enrolments) {
    const known = rows.get(childId) ?? [];
    if (known.includes(prestationId) || !spansOverlap({ from, to }, { from: fromDate, to: toDate })) continue;
    rows.set(childId, [...known, prestationId]);
  }
  for (const ids of rows.values())
    ids.sort((a, b) => NAMES.compare(facts.prestation(a).name, facts.prestation(b).name) || a - b);
  return rows;
}

const NAMES = new Intl.Collator('fr');

function rowHead(facts: BookingFacts, prestationId: number): Omit<PlanningRow, 'cells'> {
  const prestation = facts.prestation(prestationId);
  const { name, paymentMode, startsAt, endsAt } = prestation;
  const siteName = facts.siteName(prestationId);
  const weekdays = weekdaysOf(prestation);
  return { prestationId, prestationName: name, siteName, paymentMode, startsAt, endsAt, weekdays };
}

function dayKey(prestationId: number, date: Temporal.PlainDate): string {
  return `${prestationId}:${date.toString()}`;
}

/** Why nothing runs on a date, as far as the calendar knows. */
function dayOff(calendar: CivilCalendar, date: Temporal.PlainDate): string {
  const named = calendar.closure(date);
  if (named !== null) return named;
  const known = calendar.covers(date) ? (calendar.publicHoliday(date) ?? calendar.schoolHoliday(date)) : null;
  return known ?? 'pas d’accueil ce jour-là';
}
