import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions } from '../../../prestations/index.js';
import { forfaitPeriod, offeredSupplements, type Supplement } from '../../../reglement/index.js';
import { type BasketOwner, BasketStore } from '../../data/basket-store.js';
import { promiseOf } from '../../data/new-reservation.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { type BasketForfait, basketForfaits, type ForfaitDay } from '../../rules/basket-forfaits.js';
import { asInFoyer, byDay } from '../../rules/day-order.js';
import { isLate, refusalSentence, refusedDay } from '../../rules/refusal-sentence.js';
import { toldPrice, toldWords } from '../../rules/late-booking.js';
import { lateWords } from '../../rules/late-words.js';
import { bookableUntil, closedSince, lateTerms, type RefusalCode, refusalOf } from '../../rules/wish.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';
import { wishesInTurn } from './wishes-in-turn.js';
import { LoadOccupancy } from '../places/load-occupancy.js';

export interface Refusal<Code extends string = RefusalCode> {
  readonly code: Code;
  /** French, and what can be done. */
  readonly detail: string;
  /** First refused instant, where the window is why. */
  readonly closesAt: Temporal.Instant | null;
}

export interface ShownLine {
  readonly id: number;
  readonly sessionId: number;
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  readonly date: Temporal.PlainDate;
  /**
   * READY: would be accepted now. AWAITING_PAYMENT: its place is held until it is paid. REFUSED: would not, `refusal` says
   * why; it stays until it is removed.
   */
  readonly state: 'READY' | 'AWAITING_PAYMENT' | 'REFUSED';
  readonly refusal: Refusal | null;
  /** Of a place that is held: the validation to pay, and until when. */
  readonly validationId: number | null;
  readonly heldUntil: Temporal.Instant | null;
  /** Null while no tariff covers the date; with what being late adds, where it does. */
  readonly unitCents: Cents | null;
  /** The same in French, and how the price is made where one amount does not say it: « 45,00 € par mois ». */
  readonly price: string | null;
  /** Labels of those that are taken with it. */
  readonly supplements: readonly string[];
  /** Those that the tariff of the day lets choose, at their price for this child. */
  readonly offeredSupplements: readonly Supplement[];
  /** « hors délai : avec une majoration de 50 % »; null in time. */
  readonly late: string | null;
  readonly placesLeft: number;
  readonly addClosesAt: Temporal.Instant;
  readonly bookableUntil: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
  readonly addedAt: Temporal.Instant;
}

export interface BasketTotal {
  readonly id: number;
  readonly name: string;
  /** Lines that would be accepted now, and their sum with the forfaits that they make due. */
  readonly ready: number;
  readonly cents: Cents;
  /** Lines whose places are held, and what is to be paid for them. */
  readonly awaiting: number;
  readonly awaitingCents: Cents;
  readonly refused: number;
}

export interface ShownBasket {
  readonly readAt: Temporal.Instant;
  readonly lines: readonly ShownLine[];
  readonly ready: number;
  readonly awaiting: number;
  readonly awaitingCents: Cents;
  readonly refused: number;
  /** The lines that would be accepted now, and the forfaits that they make due. */
  readonly cents: Cents;
  readonly forfaits: readonly BasketForfait[];
  readonly byChild: readonly BasketTotal[];
  readonly byPrestation: readonly BasketTotal[];
}

/** The basket, each line judged and priced again as of now. */
@Injectable()
export class ShowBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly baskets: BasketStore,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
    private readonly findCalendar: FindCalendar,
    private readonly reservations: ReservationsStore,
  ) {}

  run(owner: BasketOwner): Promise<ShownBasket> {
    const readAt = this.clock.now();
    return this.database.read(async () => {
      const { lines, days, facts } = await this.shown(owner, readAt);
      const inFoyer = asInFoyer((childId) => facts.child(childId).birthDate);
      const forfaits = await this.forfaits(owner, days);
      return {
        readAt,
        lines,
        forfaits,
        ...totalsOf(lines, forfaits),
        byChild: totalsBy(lines, forfaits, {
          idOf: ({ childId }) => childId,
          nameOf: ({ childName }) => childName,
          order: (a, b) => inFoyer(a.id, b.id),
        }),
        byPrestation: totalsBy(lines, forfaits, {
          idOf: ({ prestationId }) => prestationId,
          nameOf: ({ prestationName, siteName }) =>
            siteName === '' ? prestationName : `${prestationName} (${siteName})`,
          order: (a, b) => NAMES.compare(a.name, b.name) || a.id - b.id,
        }),
      };
    });
  }

  /** Holidays of the commune are read where a forfait has periods, and what was reserved before where there is one. */
  private async forfaits({ collectiviteId, familyId }: BasketOwner, days: readonly ForfaitDay[]) {
    const concerned = days.filter(({ quote }) => quote.rules?.forfait !== undefined);
    if (concerned.length === 0) return [];
    const calendar = await this.findCalendar.run(collectiviteId, null);
    const prestationIds = [...new Set(concerned.map(({ prestationId }) => prestationId))];
    const reserved = await this.reservations.reservedDays(collectiviteId, familyId, prestationIds);
    return basketForfaits(concerned, reserved, (per, date) => forfaitPeriod(per, date, calendar));
  }

  private async shown(
    owner: BasketOwner,
    now: Temporal.Instant,
  ): Promise<{ readonly lines: ShownLine[]; readonly days: ForfaitDay[]; readonly facts: BookingFacts }> {
    const rows = await this.baskets.lines(owner);
    const { collectiviteId } = owner;
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const childIds = [...new Set(rows.map(({ childId }) => childId))];
    const sessionIds = [...new Set(rows.map(({ sessionId }) => sessionId))];
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    const byId = new Map(sessions.map((session) => [session.id, session]));
    const facts = await this.loadFacts.run(owner, childIds);
    const occupancy = await this.loadOccupancy.run(collectiviteId, childIds, sessions, now);
    const wishes = wishesInTurn(rows, byId, facts, occupancy, now);
    const days: ForfaitDay[] = [];
    const lines = rows.map(({ id, sessionId, childId, supplements, addedAt }): ShownLine => {
      const session = byId.get(sessionId)!;
      const { prestationId, date } = session;
      const { firstName, lastName, birthDate } = facts.child(childId);
      const wish = wishes.get(id)!;
      const promised = facts.promised(session, childId, { supplements });
      const refusal = refusalOf(wish, { now });
      const hold = refusal === 'AWAITING_PAYMENT' ? occupancy.holds.of(sessionId, childId) : null;
      const code = hold ? null : refusal;
      const told = hold
        ? { promised: promiseOf(hold), late: hold.lateBooking }
        : { promised, late: lateTerms(wish, now) };
      const names = { childName: `${firstName} ${lastName}`, prestationName: facts.prestation(prestationId).name };
      if (refusal === null && promised)
        days.push({ ...{ childId, prestationId, date, quote: promised.prices }, ...names });
      return {
        id,
        sessionId,
        childId,
        prestationId,
        ...names,
        siteName: facts.siteName(prestationId),
        date,
        state: hold ? 'AWAITING_PAYMENT' : code === null ? 'READY' : 'REFUSED',
        validationId: hold?.validationId ?? null,
        heldUntil: hold?.expiresAt ?? null,
        refusal:
          code === null
            ? null
            : {
                code,
                detail: refusalSentence(code, refusedDay(wish, { now, zone })),
                closesAt: isLate(code) ? wish.add.closesAt : null,
              },
        unitCents: toldPrice(told.promised, told.late),
        price: toldWords(told.promised, told.late),
        supplements: told.promised?.supplements ?? [],
        offeredSupplements: promised ? offeredSupplements(promised.prices) : [],
        late: lateWords(told.late),
        placesLeft: occupancy.pools.left(session, birthDate),
        addClosesAt: closedSince(wish, now),
        bookableUntil: bookableUntil(wish, now),
        cancelClosesAt: facts.window(session, childId, 'CANCEL').closesAt,
        addedAt,
      };
    });
    const inOrder = byDay((childId) => facts.child(childId).birthDate);
    return { days, facts, lines: lines.sort((a, b) => inOrder(a, b) || a.id - b.id) };
  }
}

const NAMES = new Intl.Collator('fr');

function totalsOf(
  lines: readonly ShownLine[],
  forfaits: readonly BasketForfait[],
): Pick<BasketTotal, 'ready' | 'awaiting' | 'awaitingCents' | 'refused' | 'cents'> {
  const ready = lines.filter(({ state }) => state === 'READY');
  const awaiting = lines.filter(({ state }) => state === 'AWAITING_PAYMENT');
  return {
    ready: ready.length,
    awaiting: awaiting.length,
    awaitingCents: sumCents(awaiting.map(({ unitCents }) => unitCents ?? 0)),
    refused: lines.length - ready.length - awaiting.length,
    cents: sumCents([...ready.map(({ unitCents }) => unitCents ?? 0), ...forfaits.map(({ cents }) => cents)]),
  };
}

type Subject = Pick<ShownLine, 'childId' | 'prestationId'>;

interface TotalsOf {
  readonly idOf: (of: Subject) => number;
  readonly nameOf: (line: ShownLine) => string;
  readonly order: (a: BasketTotal, b: BasketTotal) => number;
}

function totalsBy(
  lines: readonly ShownLine[],
  forfaits: readonly BasketForfait[],
  { idOf, nameOf, order }: TotalsOf,
): BasketTotal[] {
  return [...groupedBy(lines, idOf)]
    .map(([id, group]) => ({
      ...{ id, name: nameOf(group[0]!) },
      ...totalsOf(
        group,
        forfaits.filter((forfait) => idOf(forfait) === id),
      ),
    }))
    .sort(order);
}
