import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import type { Cents } from '../../../kernel/money.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions, type SessionRow } from '../../../prestations/index.js';
import { offeredSupplements, type Supplement } from '../../../reglement/index.js';
import { ReservationRow, type ReservationState } from '../../data/reservation.entity.js';
import { reservationsProblems } from '../../problems.js';
import { creditedFor } from '../../rules/credited.js';
import { cancelOutcome } from '../../rules/cancel-window.js';
import { changeOutcome } from '../../rules/change-window.js';
import { cancelWords, moveWords } from '../../rules/late-words.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';

export interface ShownReservation {
  readonly id: number;
  readonly state: ReservationState;
  readonly date: Temporal.PlainDate;
  readonly sessionId: number;
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  /** Promised when it was booked. */
  readonly unitCents: Cents;
  /** Paid when it was booked; null: it is billed with the month. */
  readonly paidCents: Cents | null;
  /** Credited because a paid day was given up; null: nothing is. */
  readonly creditedCents: Cents | null;
  readonly bookedAt: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant | null;
  readonly cancellable: boolean;
  /** What cancelling now would mean, where it is late and still accepted; French. */
  readonly cancelTerms: string | null;
  /** Whether the policy lets the family ask the mairie, now that it is too late. */
  readonly cancelAskable: boolean;
  /** First refused instant of a cancellation. */
  readonly cancelClosesAt: Temporal.Instant;
  /** The menu chosen for that day; null: the child's usual one. */
  readonly menuTypeId: number | null;
  /** Labels of those that are taken with it, and those that were promised with their price. */
  readonly supplements: readonly string[];
  readonly offeredSupplements: readonly Supplement[];
  /** What exchanging the day now would mean, where it is late and still accepted; French. */
  readonly moveTerms: string | null;
  readonly moveRefused: boolean;
  readonly moveAskable: boolean;
  /** First late instant of an exchange of the day. */
  readonly modifyClosesAt: Temporal.Instant;
  /** First instant at which another menu is refused. */
  readonly dietClosesAt: Temporal.Instant;
}

/** What a family reserved, and what was cancelled, by date of service. */
@Injectable()
export class ListReservations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findSessions: FindSessions,
    private readonly loadFacts: LoadBookingFacts,
  ) {}

  /** Those between two dates of service, both included. */
  async between(
    family: { readonly collectiviteId: number; readonly familyId: number },
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<ShownReservation[]> {
    return this.shown(family, async () => {
      const { collectiviteId, familyId } = family;
      const found = await this.database.rows<{ id: number }>(
        `SELECT r.id FROM reservations r JOIN sessions s ON s.id = r.session_id
         WHERE r.collectivite_id = ? AND r.family_id = ? AND s.date >= ? AND s.date <= ?`,
        [collectiviteId, familyId, from.toString(), to.toString()],
      );
      const rows: ReservationRow[] = [];
      for (const some of chunksOf(found))
        rows.push(
          ...(await this.database
            .repository(ReservationRow)
            .findBy({ collectiviteId, id: In(some.map(({ id }) => Number(id))) })),
        );
      return rows;
    });
  }

  /** One of the family's. Throws RESERVATION_UNKNOWN. */
  async one(
    family: { readonly collectiviteId: number; readonly familyId: number },
    id: number,
  ): Promise<ShownReservation> {
    const { collectiviteId, familyId } = family;
    const rows = await this.shown(family, () =>
      this.database.repository(ReservationRow).findBy({ collectiviteId, familyId, id }),
    );
    if (!rows[0])
      throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
    return rows[0];
  }

  private shown(
    family: { readonly collectiviteId: number; readonly familyId: number },
    find: () => Promise<ReservationRow[]>,
  ): Promise<ShownReservation[]> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const rows = await find();
      const sessionIds = new Set(rows.map(({ sessionId }) => sessionId));
      const sessions = await this.findSessions.byIds(family.collectiviteId, [...sessionIds]);
      const sessionOf = new Map(sessions.map((session) => [session.id, session]));
      const facts = await this.loadFacts.run(
        family,
        rows.map(({ childId }) => childId),
      );
      return rows
        .map((row) => shaped(row, sessionOf.get(row.sessionId)!, facts, now))
        .sort((a, b) => a.date.toString().localeCompare(b.date.toString()) || a.id - b.id);
    });
  }
}

function shaped(
  row: ReservationRow,
  session: SessionRow,
  facts: BookingFacts,
  now: Temporal.Instant,
): ShownReservation {
  const { firstName, lastName } = facts.child(row.childId);
  const cancel = cancelOutcome(
    session,
    facts.window(session, row.childId, 'CANCEL'),
    now,
    facts.cancelledSoFar(session, row.childId),
  );
  const move = changeOutcome(
    session,
    facts.window(session, row.childId, 'MODIFY'),
    now,
    facts.lateSoFar(session, row.childId),
  );
  return {
    id: row.id,
    state: row.state,
    date: session.date,
    sessionId: session.id,
    childId: row.childId,
    childName: `${firstName} ${lastName}`,
    prestationId: session.prestationId,
    prestationName: facts.prestation(session.prestationId).name,
    siteName: facts.siteName(session.prestationId),
    unitCents: row.unitCents,
    paidCents: row.paidCents,
    creditedCents: row.state === 'CANCELLED' ? creditedFor([row]) || null : null,
    bookedAt: row.bookedAt,
    cancelledAt: row.cancelledAt,
    cancellable: row.state === 'RESERVED' && cancel.type !== 'REFUSED',
    cancelTerms: row.state === 'RESERVED' ? cancelWords(cancel) : null,
    cancelAskable: row.state === 'RESERVED' && cancel.type === 'REFUSED' && cancel.code === 'ASK_THE_MAIRIE',
    cancelClosesAt: facts.window(session, row.childId, 'CANCEL').closesAt,
    menuTypeId: row.menuTypeId,
    supplements: row.supplements ?? [],
    offeredSupplements: offeredSupplements(row.priceExplanation),
    moveTerms: row.state === 'RESERVED' ? moveWords(move) : null,
    moveRefused: row.state !== 'RESERVED' || move.type === 'REFUSED' || row.paidCents !== null,
    moveAskable: row.state === 'RESERVED' && move.type === 'REFUSED' && move.ask,
    modifyClosesAt: facts.window(session, row.childId, 'MODIFY').closesAt,
    dietClosesAt: facts.window(session, row.childId, 'DIET').closesAt,
  };
}
