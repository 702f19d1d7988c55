import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FindSessions, type FullPlace, type HeldPlaces, type SessionRow } from '../../../prestations/index.js';
import type { BasketLineRow } from '../../data/basket-line.entity.js';
import { BasketStore, type PlaceWanted } from '../../data/basket-store.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import { newReservation } from '../../data/new-reservation.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { reservationsProblems } from '../../problems.js';
import type { DecidedLine } from '../../rules/recap.js';
import { type LateBooking, toldPrice, toldWords } from '../../rules/late-booking.js';
import { isPaidAtBooking } from '../../rules/place-hold.js';
import {
  closedSince,
  isHeldByOther,
  lateTerms,
  outcomeOf,
  phoneOf,
  type RefusalCode,
  refusalBesidesPlaces,
  refusalOf,
  type Wish,
} from '../../rules/wish.js';
import { keyOf } from './add-to-basket.js';
import { type FamilyAct, type OverrideAsked, overrideReason } from '../allow-override.js';
import { FinishValidation } from './finish-validation.js';
import { HoldPlaces } from '../places/hold-places.js';
import { HoldToPay } from '../payment/hold-to-pay.js';
import { type BookingFacts, LoadBookingFacts, type Occupancy } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { ServeLines } from './serve-lines.js';

/** Lines decided in one unit of work: few enough that nobody waits long for the sessions it holds. */
const SLICE = 40;

export interface ValidationDone {
  readonly validationId: number;
  /** The answer of an earlier request with the same Idempotency-Key. */
  readonly replayed: boolean;
}

interface Deciding {
  readonly act: FamilyAct;
  readonly validationId: number;
  readonly facts: BookingFacts;
  /** Read once, when the request came: it decides for all the lines, however long they take. */
  readonly now: Temporal.Instant;
  /** Why an agent books beyond the window, or null. */
  readonly override: string | null;
}

interface Decision {
  /** Null: a place was taken. */
  readonly code: RefusalCode | null;
  readonly full: FullPlace | null;
  readonly wish: Wish;
  /** The terms of a booking accepted after its deadline; null for one in time, and for what an agent decides. */
  readonly late: LateBooking | null;
  /** When the offer that was accepted would have been over; null: none was. */
  readonly offerEndsAt: Temporal.Instant | null;
}

interface Outcome extends Decision {
  readonly line: BasketLineRow;
}

interface Seen {
  readonly sessions: ReadonlyMap<number, SessionRow>;
  readonly occupancy: Occupancy;
}

/**
 * Turns a basket into reservations, line by line: each is accepted or refused with its own reason. Accepted lines
 * leave the basket; refused ones stay, flagged, so that nothing is lost. Those that are paid at booking stay too, with
 * their places held, until they are paid. What is locked, and in which order, is told
 * in docs/concurrency.md.
 */
@Injectable()
export class ValidateBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly baskets: BasketStore,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly validations: ValidationsStore,
    private readonly reservations: ReservationsStore,
    private readonly findSessions: FindSessions,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly holdToPay: HoldToPay,
    private readonly serveLines: ServeLines,
    private readonly loadFacts: LoadBookingFacts,
    private readonly finishValidation: FinishValidation,
  ) {}

  /**
   * Throws BASKET_EMPTY, OVERRIDE_NOT_ALLOWED. The same `key` finds the same validation, and finishes it if need be.
   * `only` leaves the other lines of the basket alone.
   */
  async run(
    act: FamilyAct,
    key: string | null,
    asked: OverrideAsked,
    only: PlaceWanted | null = null,
  ): Promise<ValidationDone> {
    const now = this.clock.now();
    const override = overrideReason(act, asked);
    const opened = await this.opened(act, key, now);
    if (opened.finished) return { validationId: opened.id, replayed: true };
    const wanted = opened.lines.filter((line) => only === null || keyOf(line) === keyOf(only));
    const lines = wanted.sort((a, b) => a.sessionId - b.sessionId || a.childId - b.childId);
    const facts = await this.loadFacts.run(
      act,
      lines.map(({ childId }) => childId),
    );
    await this.serveLines.beforeAsking(
      act.collectiviteId,
      lines.map(({ sessionId }) => sessionId),
      now,
    );
    const deciding = { act, validationId: opened.id, facts, now, override };
    for (const slice of chunksOf(lines, SLICE)) await this.database.unit(() => this.decide(slice, deciding));
    await this.finishValidation.run(opened.id);
    return { validationId: opened.id, replayed: false };
  }

  private async opened(act: FamilyAct, key: string | null, now: Temporal.Instant) {
    try {
      return await this.database.unit(() => this.open(act, key, now));
    } catch (error) {
      // The twin with the same key was first: its validation is committed now.
      if (key === null || !this.database.isDuplicateKey(error)) throw error;
      return this.database.unit(() => this.open(act, key, now));
    }
  }

  private async open(
    act: FamilyAct,
    key: string | null,
    now: Temporal.Instant,
  ): Promise<{ id: number; finished: boolean; lines: BasketLineRow[] }> {
    const { collectiviteId, familyId, accountId } = act;
    const earlier = key === null ? null : await this.validations.byKey(accountId, key);
    if (earlier && earlier.familyId !== familyId)
      throw httpProblems.IDEMPOTENCY_KEY_REUSED(
        'Cette clé d’idempotence a déjà servi pour une autre demande : prenez-en une nouvelle.',
      );
    const lines = await this.baskets.lines(act);
    if (earlier) return { id: earlier.id, finished: earlier.finishedAt !== null, lines };
    if (lines.length === 0)
      throw reservationsProblems.BASKET_EMPTY('Votre panier est vide : choisissez d’abord des jours à réserver.');
    const id = await this.validations.open({
      collectiviteId,
      familyId,
      accountId,
      idempotencyKey: key,
      validatedAt: now,
    });
    return { id, finished: false, lines };
  }

  /** One slice: judge, hold the places of what may be booked, look again at what is now held, take, write. */
  private async decide(slice: readonly BasketLineRow[], deciding: Deciding): Promise<void> {
    const { recap, finishedAt } = await this.validations.hold(deciding.validationId);
    if (finishedAt !== null) return;
    const decided = new Set(recap.lines.map(keyOf));
    const present = await this.baskets.present(slice.map(({ id }) => id));
    const pending = slice.filter((line) => !decided.has(keyOf(line)));
    const before = await this.look(pending, deciding);
    const judgedBefore = new Map(pending.map((line) => [line, this.judged(line, before, deciding, refusalOf)]));
    const promising = pending.filter((line) => present.has(line.id) && judgedBefore.get(line)!.code === null);
    if (promising.some((line) => judgedBefore.get(line)!.late !== null)) await this.countLateInTurn(deciding);
    const { places } = await this.holdPlaces.run(
      deciding.act.collectiviteId,
      promising.map(({ sessionId }) => sessionId),
      deciding.now,
    );
    const held = await this.look(pending, deciding);
    const outcomes: Outcome[] = [];
    for (const line of pending) {
      const outcome = promising.includes(line)
        ? await this.take(line, places, held, deciding)
        : judgedBefore.get(line)!;
      // A line that vanished was removed by its owner meanwhile, unless another request has just booked it.
      if (present.has(line.id) || outcome.code === 'ALREADY_RESERVED') outcomes.push({ line, ...outcome });
      if (outcome.late) deciding.facts.addLate({ childId: line.childId, date: outcome.wish.session.date });
    }
    const accepted = outcomes.filter(({ code }) => code === null);
    const toPay = accepted.filter((outcome) => isToPay(outcome, held, deciding));
    const atOnce = accepted.filter((outcome) => !toPay.includes(outcome));
    const ids = await this.reserve(atOnce, held, deciding);
    const until = await this.hold(toPay, held, deciding);
    await this.baskets.remove(atOnce.map(({ line }) => line.id));
    const lines = outcomes.map((outcome) => {
      const [reservationId, heldUntil] = [ids.get(outcome.line.id) ?? null, until.get(outcome.line.id) ?? null];
      return decidedLine(outcome, { reservationId, heldUntil }, held, deciding);
    });
    await this.validations.keep(deciding.validationId, { sentence: '', lines: [...recap.lines, ...lines] });
  }

  /** Late bookings of a family are counted one after the other, whoever of its adults makes them. */
  private async countLateInTurn({ act, facts, now }: Deciding): Promise<void> {
    await this.baskets.holdFamily(act, now);
    facts.recountLate(await this.reservations.lateEvents(act.collectiviteId, act.familyId));
  }

  /** The sessions and what the children hold in them, as committed or as this unit has just made them. */
  private async look(lines: readonly BasketLineRow[], { act, now }: Deciding): Promise<Seen> {
    const sessionIds = [...new Set(lines.map(({ sessionId }) => sessionId))];
    const childIds = [...new Set(lines.map(({ childId }) => childId))];
    const sessions = await this.findSessions.byIds(act.collectiviteId, sessionIds);
    return {
      sessions: new Map(sessions.map((session) => [session.id, session])),
      occupancy: await this.loadOccupancy.run(act.collectiviteId, childIds, sessions, now),
    };
  }

  private judged(
    line: BasketLineRow,
    { sessions, occupancy }: Seen,
    { facts, now, override }: Deciding,
    judge: typeof refusalOf,
  ): Decision {
    const wish = facts.wish(sessions.get(line.sessionId)!, line.childId, occupancy, line.supplements);
    const code = judge(wish, { now, beyondWindow: override !== null });
    const late = code === null && override === null ? lateTerms(wish, now) : null;
    return { code, full: code === 'SESSION_FULL' ? wish.full : null, wish, late, offerEndsAt: null };
  }

  /** Takes the place unless what is held says no; the places taken by the lines before it count. */
  private async take(line: BasketLineRow, places: HeldPlaces, held: Seen, deciding: Deciding): Promise<Decision> {
    const decision = this.judged(line, held, deciding, refusalBesidesPlaces);
    if (decision.code !== null) return decision;
    const { act, facts, now } = deciding;
    const entry = held.occupancy.waiting.of(line.sessionId, line.childId);
    // Validating the day of an open offer accepts it: its place is held already.
    if (entry?.familyId === act.familyId && (await this.waiting.accept(entry.id, now)))
      return { ...decision, offerEndsAt: entry.expiresAt };
    const full = await places.take(line.sessionId, facts.child(line.childId));
    if (full !== null) return { ...decision, code: 'SESSION_FULL', full, late: null };
    if (entry) await this.waiting.end(entry.id, 'WAITING', 'BOOKED', now);
    return decision;
  }

  /** Holds the places that are paid first; answers until when, by line. */
  private async hold(
    toPay: readonly Outcome[],
    { sessions }: Seen,
    { act, validationId, facts, now }: Deciding,
  ): Promise<Map<number, Temporal.Instant>> {
    const days = toPay.map(({ line, late, offerEndsAt }) => {
      const session = sessions.get(line.sessionId)!;
      const promised = facts.promised(session, line.childId, line)!;
      return { ...wantedOf(line), promised, late, limits: { ordersAt: session.ordersAt, offerEndsAt } };
    });
    const until = await this.holdToPay.run(act, validationId, days, now);
    return new Map(toPay.map(({ line }, index) => [line.id, until[index]!]));
  }

  /** Writes the reservations with their promised prices; answers their ids by line. */
  private async reserve(
    accepted: readonly Outcome[],
    { sessions }: Seen,
    { act, facts, now, override }: Deciding,
  ): Promise<Map<number, number>> {
    if (accepted.length === 0) return new Map();
    const lines = accepted.map(({ line }) => line);
    const { collectiviteId, familyId, accountId } = act;
    const repository = this.database.repository(ReservationRow);
    await repository.insert(
      accepted.map(({ line, late }) =>
        newReservation(act, line, facts.promised(sessions.get(line.sessionId)!, line.childId, line)!, now, late),
      ),
    );
    const rows = await repository.find({
      select: { id: true, sessionId: true, childId: true },
      where: { collectiviteId, active: 1, sessionId: In(lines.map(({ sessionId }) => sessionId)) },
    });
    const idOf = new Map(rows.map((row) => [keyOf(row), row.id]));
    const ids = new Map(lines.map((line) => [line.id, idOf.get(keyOf(line))!]));
    if (override !== null)
      for (const { line, wish } of accepted)
        if (outcomeOf(wish, now).type !== 'IN_TIME')
          await this.audit.record({
            collectiviteId,
            accountId,
            action: 'reservation.booked-beyond-window',
            subject: `reservation:${ids.get(line.id)}`,
            detail: { reason: override, sessionId: line.sessionId, familyId },
          });
    return ids;
  }
}

/** Whether what was accepted is paid before it is reserved. */
function isToPay({ line, late }: Outcome, { sessions }: Seen, { act, facts }: Deciding): boolean {
  const session = sessions.get(line.sessionId)!;
  const told = toldPrice(facts.promised(session, line.childId, line), late);
  return isPaidAtBooking(facts.prestation(session.prestationId), act, told ?? 0);
}

function wantedOf({ sessionId, childId, supplements }: BasketLineRow) {
  return { sessionId, childId, supplements };
}

function decidedLine(
  { line: { sessionId, childId, supplements }, code, full, wish, late }: Outcome,
  { reservationId, heldUntil }: { readonly reservationId: number | null; readonly heldUntil: Temporal.Instant | null },
  { sessions }: Seen,
  { facts, now }: Deciding,
): DecidedLine {
  const session = sessions.get(sessionId)!;
  const promised = code === null ? facts.promised(session, childId, { supplements }) : null;
  return {
    sessionId,
    childId,
    prestationId: session.prestationId,
    date: session.date.toString(),
    addOpensAt: wish.add.opensAt?.toString() ?? null,
    addClosesAt: closedSince(wish, now).toString(),
    phone: code === 'PHONE_ONLY' ? phoneOf(wish, now) : null,
    rule: code === null ? null : wish.rule(),
    reservationId,
    unitCents: toldPrice(promised, late),
    ...(heldUntil === null ? {} : { heldUntil: heldUntil.toString() }),
    ...(promised?.prices.rules?.forfait === undefined
      ? {}
      : { forfait: toldWords({ ...promised, supplements: [] }, late) }),
    ...(promised?.prices.rules?.stay === undefined ? {} : { stay: toldWords(promised, late) }),
    ...(promised && promised.supplements.length > 0 ? { supplements: promised.supplements } : {}),
    unknownSupplements: code === 'SUPPLEMENT_UNKNOWN' ? wish.unknownSupplements : null,
    late,
    code,
    calledOffReason: session.calledOffReason,
    full,
    ...(isHeldByOther(wish) ? { heldByOther: true } : {}),
  };
}
