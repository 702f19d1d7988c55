import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import type { Cents } from '../../../kernel/money.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { isOpen } from '../../../reglement/index.js';
import {
  FindSessions,
  type HeldPlaces,
  LoadWindows,
  type SessionRow,
  type SessionWindows,
} from '../../../prestations/index.js';
import { BasketStore } from '../../data/basket-store.js';
import type { ReservationRow } from '../../data/reservation.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { reservationCancelled } from '../../events.js';
import { reservationsProblems } from '../../problems.js';
import {
  billedSentence,
  cancellationClosedSentence,
  type ClosedWindow,
  termsChangedSentence,
} from '../../rules/refusal-sentence.js';
import { type CancelOutcome, cancelOutcome } from '../../rules/cancel-window.js';
import { cancelWords } from '../../rules/late-words.js';
import { creditedFor } from '../../rules/credited.js';
import { type LateEvent, lateSoFar } from '../../rules/late-booking.js';
import { type FamilyAct, type OverrideAsked, overrideReason } from '../allow-override.js';
import { HoldPlaces } from '../places/hold-places.js';
import { MailCancellations } from './mail-cancellations.js';
import type { Refusal } from '../basket/show-basket.js';

export type CancellationRefusalCode =
  | 'RESERVATION_UNKNOWN'
  | 'ALREADY_CANCELLED'
  | 'CANCELLATION_CLOSED'
  | 'CANCELLATION_TERMS_CHANGED'
  | 'ASK_THE_MAIRIE'
  | 'SESSION_ALREADY_BILLED';

export interface CancellationAsked extends OverrideAsked {
  /** What the family read of what it costs, null in time: refused where that is no longer so. Absent: whatever it costs. */
  readonly terms?: string | null | undefined;
}

export interface NotCancelled {
  readonly reservationId: number;
  readonly refusal: Refusal<CancellationRefusalCode>;
}

export interface Cancellations {
  /** Ids of the reservations that are cancelled now. */
  readonly cancelled: readonly number[];
  /** What was paid for them when they were booked and is credited to the family. */
  readonly creditedCents: Cents;
  readonly refused: readonly NotCancelled[];
}

interface Cancelling {
  readonly act: FamilyAct;
  readonly collectivite: CollectiviteRow;
  readonly now: Temporal.Instant;
  readonly windows: SessionWindows;
  /** Why the mairie cancels beyond the window, or null. */
  readonly override: string | null;
  /** What the family read; undefined: nothing. */
  readonly terms: string | null | undefined;
  /** What the family gave up after a deadline so far, these ones as they come. */
  readonly lateEvents: LateEvent[];
}

/** Gives places up, line by line, each in the window of its session; the places are free at once. */
@Injectable()
export class CancelReservations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly reservations: ReservationsStore,
    private readonly baskets: BasketStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly findSessions: FindSessions,
    private readonly loadWindows: LoadWindows,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailCancellations: MailCancellations,
  ) {}

  /** One reservation; throws the problem that its refusal is. */
  async one(act: FamilyAct, reservationId: number, asked: CancellationAsked): Promise<void> {
    const { refused } = await this.run(act, [reservationId], asked);
    const [first] = refused;
    if (!first) return;
    const { code, detail, closesAt } = first.refusal;
    throw reservationsProblems[code](
      detail,
      closesAt === null ? {} : { extensions: { closesAt: closesAt.toString() } },
    );
  }

  async run(act: FamilyAct, reservationIds: readonly number[], asked: CancellationAsked): Promise<Cancellations> {
    const now = this.clock.now();
    const override = overrideReason(act, asked);
    const ids = [...new Set(reservationIds)];
    return this.database.unit(async () => {
      const collectivite = await this.findCollectivite.run(act.collectiviteId);
      const rows = await this.reservations.locked(act.collectiviteId, act.familyId, ids);
      const known = new Set(rows.map(({ id }) => id));
      const refused: NotCancelled[] = ids.filter((id) => !known.has(id)).map(unknown);
      const living = rows.filter(({ active }) => active !== null);
      const sessionIds = living.map(({ sessionId }) => sessionId);
      const sessions = await this.findSessions.byIds(act.collectiviteId, sessionIds);
      const windows = await this.windowsOf(act, living, sessions);
      const lateEvents = override === null ? await this.lateInTurn(act, { rows: living, sessions, windows, now }) : [];
      const cancelling = { act, collectivite, now, override, terms: asked.terms, windows, lateEvents };
      const { places, passOn } = await this.holdPlaces.run(act.collectiviteId, sessionIds, now);
      const cancelled: ReservationRow[] = [];
      for (const row of rows) {
        const refusal = await this.cancel(row, places, cancelling);
        if (refusal) refused.push({ reservationId: row.id, refusal });
        else cancelled.push(row);
      }
      await passOn();
      if (cancelled.length > 0) await this.mailCancellations.confirm(collectivite, act, cancelled);
      return { cancelled: cancelled.map(({ id }) => id), creditedCents: creditedFor(cancelled), refused };
    });
  }

  private windowsOf(
    { collectiviteId, familyId }: FamilyAct,
    rows: readonly ReservationRow[],
    sessions: readonly SessionRow[],
  ) {
    const prestationIds = new Set(sessions.map(({ prestationId }) => prestationId));
    return this.loadWindows.run(collectiviteId, [...prestationIds], {
      familyIds: [familyId],
      childIds: [...new Set(rows.map(({ childId }) => childId))],
    });
  }

  /** Late cancellations of a family are counted one after the other, whoever of its adults makes them. */
  private async lateInTurn(
    act: FamilyAct,
    {
      rows,
      sessions,
      windows,
      now,
    }: {
      readonly rows: readonly ReservationRow[];
      readonly sessions: readonly SessionRow[];
      readonly windows: SessionWindows;
      readonly now: Temporal.Instant;
    },
  ): Promise<LateEvent[]> {
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const counts = rows
      .map((row) => windows.of(sessionOf.get(row.sessionId)!, row, 'CANCEL'))
      .some(({ closesAt, late }) => !isOpen(now, closesAt) && late.some(({ effect }) => effect.counter !== undefined));
    if (!counts) return [];
    await this.baskets.holdFamily(act, now);
    return this.reservations.lateCancellations(act.collectiviteId, act.familyId);
  }

  private async cancel(
    row: ReservationRow,
    places: HeldPlaces,
    cancelling: Cancelling,
  ): Promise<Refusal<CancellationRefusalCode> | null> {
    const { act, now, override, terms, collectivite, windows, lateEvents } = cancelling;
    if (row.active === null)
      return { code: 'ALREADY_CANCELLED', detail: 'Cette réservation est déjà annulée.', closesAt: null };
    const session = places.sessions.get(row.sessionId)!;
    const window = windows.of(session, row, 'CANCEL');
    const event = { childId: row.childId, date: session.date };
    const outcome = cancelOutcome(session, window, now, (counter) => lateSoFar(lateEvents, event, counter));
    if (session.billedAt !== null && session.calledOffAt === null) return alreadyBilled(session);
    if (outcome.type === 'REFUSED' && override === null)
      return closed(session, outcome, {
        closesAt: window.closesAt,
        zone: collectivite.timeZone,
        rule: windows.ruleOf(session, row, 'CANCEL'),
      });
    const words = cancelWords(outcome);
    if (words !== null && terms !== undefined && terms !== words && override === null)
      return changed(session, words, { closesAt: window.closesAt, zone: collectivite.timeZone });
    const late = outcome.type === 'LATE' && override === null ? outcome.effect : null;
    await this.reservations.cancel(row, act.accountId, now, late);
    row.lateCancellation = late;
    if (late !== null) lateEvents.push(event);
    await places.free(row.sessionId, row.childId);
    const { id: reservationId, collectiviteId, familyId, childId, sessionId } = row;
    if (outcome.type !== 'FREE' && override !== null)
      await this.audit.record({
        collectiviteId,
        accountId: act.accountId,
        action: 'reservation.cancelled-beyond-window',
        subject: `reservation:${reservationId}`,
        detail: { reason: override, sessionId, familyId },
      });
    await this.outbox.emit(
      reservationCancelled,
      { collectiviteId, familyId, childId, sessionId, reservationId },
      { collectiviteId, key: String(reservationId) },
    );
    return null;
  }
}

function unknown(reservationId: number): NotCancelled {
  const detail = 'Cette réservation n’existe pas, ou n’est pas de votre foyer.';
  return { reservationId, refusal: { code: 'RESERVATION_UNKNOWN', detail, closesAt: null } };
}

function closed(
  session: SessionRow,
  { code, phone }: Extract<CancelOutcome, { type: 'REFUSED' }>,
  limit: Pick<ClosedWindow, 'closesAt' | 'zone' | 'rule'>,
): Refusal<CancellationRefusalCode> {
  const ask = code === 'ASK_THE_MAIRIE';
  return {
    code,
    detail: cancellationClosedSentence(session.date, { ...limit, phone, ask }),
    closesAt: limit.closesAt,
  };
}

function changed(
  { date }: SessionRow,
  terms: string,
  limit: Pick<ClosedWindow, 'closesAt' | 'zone'>,
): Refusal<CancellationRefusalCode> {
  const detail = termsChangedSentence(date, limit, terms);
  return { code: 'CANCELLATION_TERMS_CHANGED', detail, closesAt: limit.closesAt };
}

function alreadyBilled({ date }: SessionRow): Refusal<CancellationRefusalCode> {
  return { code: 'SESSION_ALREADY_BILLED', detail: billedSentence(date), closesAt: null };
}
