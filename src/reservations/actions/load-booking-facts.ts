import { Injectable } from '@nestjs/common';
import { FindSites } from '../../collectivites/index.js';
import { type ChildCard, type CustodyBook, FindChildren, LoadCustody } from '../../families/index.js';
import {
  type EnrolmentBook,
  FindPrestations,
  LoadEnrolments,
  LoadPricingFacts,
  LoadTariffs,
  LoadWindows,
  type PoolBook,
  type PrestationRow,
  type PricingFacts,
  type SessionRow,
  type SessionWindows,
  type TariffBook,
} from '../../prestations/index.js';
import {
  chosenSupplements,
  type Counter,
  type DeadlineOperation,
  offeredSupplements,
  type OperationInstants,
  type Quote,
} from '../../reglement/index.js';
import { Database } from '../../platform/database/database.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { DayTaken } from '../data/basket-store.js';
import type { LivingHolds } from '../data/holds-store.js';
import { type LivingReservations, ReservationsStore } from '../data/reservations-store.js';
import { type LateEvent, lateSoFar, type Promised } from '../rules/late-booking.js';
import type { WaitingLines } from '../data/waiting-store.js';
import { isOfferOpen } from '../rules/waiting-list.js';
import type { UnknownSupplements, Wish } from '../rules/wish.js';

interface Sources {
  readonly familyId: number;
  readonly children: ReadonlyMap<number, ChildCard>;
  readonly custody: CustodyBook;
  readonly pricing: PricingFacts;
  readonly enrolments: EnrolmentBook;
  readonly prestations: ReadonlyMap<number, PrestationRow>;
  readonly siteNames: ReadonlyMap<number, string>;
  readonly tariffs: TariffBook;
  readonly windows: SessionWindows;
  /** What the family booked after a deadline, cancellations aside. */
  readonly lateEvents: readonly LateEvent[];
  /** What it gave up after a deadline. */
  readonly lateCancellations: readonly LateEvent[];
}

/** Who has a place in some sessions, or waits for one, and what is left in the pools that they draw on. */
export interface Occupancy {
  readonly living: LivingReservations;
  readonly pools: PoolBook;
  readonly waiting: WaitingLines;
  /** The places that are held for these children to be paid. */
  readonly holds: LivingHolds;
  /** As of when offers are open or over. */
  readonly now: Temporal.Instant;
}

/** What decides and prices the wishes of one family for some children, whatever the number of days. */
export class BookingFacts {
  private lateEvents: readonly LateEvent[];

  constructor(private readonly sources: Sources) {
    this.lateEvents = [...sources.lateEvents];
  }

  get enrolments(): EnrolmentBook {
    return this.sources.enrolments;
  }

  /** Whether the child is, was or will be one of the family. */
  knowsChild(childId: number): boolean {
    const { custody, familyId } = this.sources;
    return custody.custodiesOf(childId).some((span) => span.familyId === familyId);
  }

  knowsPrestation(prestationId: number): boolean {
    return this.sources.prestations.has(prestationId);
  }

  /** `supplements` are the labels wanted for that day; null: the usual ones of the child. */
  wish(
    session: SessionRow,
    childId: number,
    { living, pools, waiting, holds, now }: Occupancy,
    supplements: readonly string[] | null = null,
  ): Wish {
    const { familyId, custody, enrolments, tariffs, prestations, windows } = this.sources;
    const { prestationId, date } = session;
    const entry = waiting.of(session.id, childId);
    const offer = entry && isOfferOpen(entry, now) ? entry : null;
    const offeredElsewhere = offer?.familyId === familyId ? null : (offer?.familyId ?? null);
    const hold = holds.of(session.id, childId);
    const heldElsewhere = hold?.familyId === familyId ? null : (hold?.familyId ?? null);
    return {
      familyId,
      away: custody.awayFrom(familyId, childId, date),
      enrolled: !prestations.get(prestationId)?.archived && enrolments.isEnrolled(childId, prestationId, date),
      reservedFor: living.of(session.id, childId)?.familyId ?? offeredElsewhere ?? heldElsewhere,
      awaitingPaymentUntil: hold?.familyId === familyId ? hold.expiresAt : null,
      priced: tariffs.on(prestationId, date) !== null,
      unknownSupplements: this.unknownSupplements(session, childId, supplements),
      // A place that is offered to the family is there for it to take.
      full: offer?.familyId === familyId ? null : pools.full(session, this.child(childId).birthDate),
      session,
      add: windows.of(session, { familyId, childId }, 'ADD'),
      rule: () => windows.ruleOf(session, { familyId, childId }, 'ADD'),
      lateSoFar: this.lateSoFar(session, childId),
    };
  }

  /** Until when the family does something for a child on a day, and what comes after. */
  window(session: SessionRow, childId: number, operation: DeadlineOperation): OperationInstants {
    return this.sources.windows.of(session, { familyId: this.sources.familyId, childId }, operation);
  }

  /** The rule behind that, as families read it; null where none is to be cited. */
  rule(session: SessionRow, childId: number, operation: DeadlineOperation): string | null {
    return this.sources.windows.ruleOf(session, { familyId: this.sources.familyId, childId }, operation);
  }

  /** How many late cancellations are in the period of a counter already, for a child on the day of a session. */
  cancelledSoFar({ date }: SessionRow, childId: number): (counter: Counter) => number {
    return (counter) => lateSoFar(this.sources.lateCancellations, { childId, date }, counter);
  }

  /** How many late bookings are in the period of a counter already, for a child on the day of a session. */
  lateSoFar({ date }: SessionRow, childId: number): (counter: Counter) => number {
    // Those of now: what comes after does not count for what was judged before it.
    const events = this.lateEvents;
    return (counter) => lateSoFar(events, { childId, date }, counter);
  }

  /** Counts these instead of what was read first: the other parent may have booked late meanwhile. */
  recountLate(events: readonly LateEvent[]): void {
    this.lateEvents = [...events];
  }

  /** Counts a late booking that was just accepted with those of before. */
  addLate(event: LateEvent): void {
    this.lateEvents = [...this.lateEvents, event];
  }

  /** The prices of the family for a child in a session, by what is known of both on that date; null while no tariff covers it. */
  prices(
    { prestationId, date, bookingPolicyId }: SessionRow,
    childId: number,
    menuTypeId?: number | null,
  ): Quote | null {
    const { familyId, pricing, tariffs } = this.sources;
    const version = tariffs.on(prestationId, date);
    if (!version) return null;
    const { tariffId, tariff } = version;
    const context = pricing.context({ familyId, childId, prestationId, date, menuTypeId });
    return tariff.quote({ ...context, tariffId, policyId: bookingPolicyId });
  }

  /** What is promised for a day with what is taken then; of supplements, those that its tariff has. */
  promised(session: SessionRow, childId: number, { supplements, menuTypeId }: DayTaken = {}): Promised | null {
    const prices = this.prices(session, childId, menuTypeId);
    if (!prices) return null;
    const usual = () => this.enrolments.on(childId, session.prestationId, session.date)?.supplements;
    return { prices, supplements: chosenSupplements(prices, supplements ?? usual() ?? []).chosen };
  }

  private unknownSupplements(
    session: SessionRow,
    childId: number,
    supplements: readonly string[] | null,
  ): UnknownSupplements | null {
    if (supplements === null || supplements.length === 0) return null;
    const prices = this.prices(session, childId);
    if (!prices) return null;
    const { unknown } = chosenSupplements(prices, supplements);
    return unknown.length === 0 ? null : { unknown, offered: offeredSupplements(prices).map(({ label }) => label) };
  }

  child(childId: number): ChildCard {
    const card = this.sources.children.get(childId);
    if (!card) throw new Error(`child ${childId} was not loaded`);
    return card;
  }

  prestation(prestationId: number): PrestationRow {
    const row = this.sources.prestations.get(prestationId);
    if (!row) throw new Error(`prestation ${prestationId} was not loaded`);
    return row;
  }

  siteName(prestationId: number): string {
    return this.sources.siteNames.get(this.prestation(prestationId).siteId) ?? '';
  }
}

/** A constant number of queries, whatever the days, the children and the prestations. */
@Injectable()
export class LoadBookingFacts {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
    private readonly loadCustody: LoadCustody,
    private readonly loadPricingFacts: LoadPricingFacts,
    private readonly loadEnrolments: LoadEnrolments,
    private readonly findPrestations: FindPrestations,
    private readonly findSites: FindSites,
    private readonly loadTariffs: LoadTariffs,
    private readonly loadWindows: LoadWindows,
    private readonly reservations: ReservationsStore,
  ) {}

  run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    childIds: Iterable<number>,
  ): Promise<BookingFacts> {
    const ids = [...new Set(childIds)];
    return this.database.read(async () => {
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const sites = await this.findSites.run(collectiviteId);
      const enrolments = await this.loadEnrolments.run(collectiviteId, ids);
      const offered = new Set(enrolments.enrolments.map(({ prestationId }) => prestationId));
      return new BookingFacts({
        familyId,
        children: await this.findChildren.run(collectiviteId, ids),
        custody: await this.loadCustody.run(collectiviteId, ids),
        pricing: await this.loadPricingFacts.run(collectiviteId, { familyIds: [familyId], childIds: ids }),
        enrolments,
        prestations: new Map(prestations.map((row) => [row.id, row])),
        siteNames: new Map(sites.map(({ id, name }) => [id, name])),
        tariffs: await this.loadTariffs.run(collectiviteId, [...offered]),
        windows: await this.loadWindows.run(
          collectiviteId,
          prestations.map(({ id }) => id),
          { familyIds: [familyId], childIds: ids },
        ),
        lateEvents: await this.reservations.lateEvents(collectiviteId, familyId),
        lateCancellations: await this.reservations.lateCancellations(collectiviteId, familyId),
      });
    });
  }
}
