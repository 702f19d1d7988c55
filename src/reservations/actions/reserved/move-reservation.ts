import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindChildren } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { euros, longDate, longInstant, typeset } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { SessionRow } from '../../../prestations/index.js';
import { chosenSupplements, isOpen } from '../../../reglement/index.js';
import type { ReservationRow } from '../../data/reservation.entity.js';
import { BasketStore } from '../../data/basket-store.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { reservationsProblems } from '../../problems.js';
import { type ChangeOutcome, changeOutcome } from '../../rules/change-window.js';
import type { LateBooking, Promised } from '../../rules/late-booking.js';
import { billedSentence, type ClosedWindow, modifyClosedSentence } from '../../rules/refusal-sentence.js';
import type { FamilyAct } from '../allow-override.js';
import { HoldPlaces } from '../places/hold-places.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';
import { MailMove } from './mail-move.js';
import { ReservePlace } from '../places/reserve-place.js';
import { reservationCancelled } from '../../events.js';

/**
 * Exchanges a reserved day for another of the same prestation, in one unit: the child never loses the first without
 * having the second. Both days are within the deadline for changes, which the policy may set apart from the others;
 * after it, what the policy says of late changes decides. The menu goes with the child, and so do
 * the supplements that the other day has.
 */
@Injectable()
export class MoveReservation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly reservations: ReservationsStore,
    private readonly baskets: BasketStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly findChildren: FindChildren,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
    private readonly reservePlace: ReservePlace,
    private readonly mailMove: MailMove,
  ) {}

  /**
   * Answers the new reservation's id, at the price of now. Throws MODIFICATION_CLOSED, PAID_AT_BOOKING and what booking would; `beyondWindow`
   * when the mairie does it, whatever the hour.
   */
  run(
    act: FamilyAct,
    reservationId: number,
    sessionId: number,
    { beyondWindow = false }: { readonly beyondWindow?: boolean } = {},
  ): Promise<number> {
    const now = this.clock.now();
    const { collectiviteId, familyId, accountId } = act;
    return this.database.unit(async () => {
      const [row] = await this.reservations.locked(collectiviteId, familyId, [reservationId]);
      if (!row)
        throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
      if (row.active === null) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
      if (row.paidCents !== null && !beyondWindow) throw paidDay(row.paidCents);
      // Late exchanges and late bookings of a family are counted one after the other.
      await this.baskets.holdFamily(act, now);
      const { places, passOn } = await this.holdPlaces.run(collectiviteId, [row.sessionId, sessionId], now);
      const from = places.sessions.get(row.sessionId)!;
      const to = places.sessions.get(sessionId);
      if (!to || to.prestationId !== from.prestationId)
        throw reservationsProblems.SESSION_UNKNOWN('Choisissez un autre jour de la même prestation.');
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      const facts = await this.loadFacts.run(act, [row.childId]);
      if (from.billedAt !== null) throw reservationsProblems.SESSION_ALREADY_BILLED(billedSentence(from.date));
      const terms = beyondWindow ? [] : [from, to].map((day) => acceptedTerms(facts, day, row.childId, { now, zone }));
      const { opensAt } = facts.window(to, row.childId, 'ADD');
      if (!beyondWindow && opensAt && isOpen(now, opensAt))
        throw reservationsProblems.NOT_YET_OPEN(
          typeset(`Les réservations pour le ${longDate(to.date)} ouvrent le ${longInstant(opensAt, zone)}.`),
        );
      // What being late costs is asked once, for the day that is taken; else for the one that is left.
      const late = terms.findLast((one) => one?.applies) ?? terms.findLast((one) => one !== null) ?? null;
      const offered = facts.prices(to, row.childId, row.menuTypeId);
      const kept = offered ? chosenSupplements(offered, row.supplements ?? []) : NOTHING_CHOSEN;
      const moved = await this.book(act, row, to, { now, late, supplements: kept.chosen });
      const child = (await this.findChildren.run(collectiviteId, [row.childId])).get(row.childId)!;
      if ((await places.take(sessionId, child)) !== null)
        throw reservationsProblems.SESSION_FULL(
          typeset(`C’est complet le ${longDate(to.date)} : votre réservation du ${longDate(from.date)} est gardée.`),
        );
      await this.reservations.cancel(row, accountId, now);
      await places.free(row.sessionId, row.childId);
      await passOn();
      const { childId } = row;
      await this.outbox.emit(
        reservationCancelled,
        { collectiviteId, familyId, childId, sessionId: from.id, reservationId },
        { collectiviteId, key: String(reservationId) },
      );
      await this.mailMove.run(act, { childId, from, to, price: moved.price, supplements: kept });
      return moved.reservationId;
    });
  }

  /** With the menu of the day that is left, and those of its supplements that the other day has. */
  private book(
    act: FamilyAct,
    { childId, menuTypeId }: ReservationRow,
    to: SessionRow,
    {
      supplements,
      ...when
    }: Pick<Promised, 'supplements'> & { readonly now: Temporal.Instant; readonly late: LateBooking | null },
  ) {
    const wanted = { sessionId: to.id, childId, menuTypeId, supplements };
    return this.reservePlace.run(act, wanted, to, { ...when, beyondWindow: true });
  }
}

function paidDay(paidCents: Cents) {
  return reservationsProblems.PAID_AT_BOOKING(
    typeset(
      `Ce jour est déjà payé : réservez d’abord l’autre jour, puis annulez celui-ci dans son délai. ${euros(paidCents)} vous seront alors crédités.`,
    ),
  );
}

const NOTHING_CHOSEN = { chosen: [], unknown: [] };

/** The terms on which an exchange is accepted on one of its days; null in time. Throws MODIFICATION_CLOSED. */
function acceptedTerms(
  facts: BookingFacts,
  session: SessionRow,
  childId: number,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): LateBooking | null {
  const window = facts.window(session, childId, 'MODIFY');
  const outcome = changeOutcome(session, window, now, facts.lateSoFar(session, childId));
  if (outcome.type === 'ACCEPTED') return outcome.late;
  throw modificationClosed(session, outcome, {
    closesAt: window.closesAt,
    zone,
    rule: facts.rule(session, childId, 'MODIFY'),
  });
}

export function modificationClosed(
  { date }: SessionRow,
  { ask, phone }: Extract<ChangeOutcome, { type: 'REFUSED' }>,
  limit: Pick<ClosedWindow, 'closesAt' | 'zone' | 'rule'>,
) {
  return reservationsProblems.MODIFICATION_CLOSED(modifyClosedSentence(date, { ...limit, ask, phone }), {
    extensions: { closesAt: limit.closesAt.toString() },
  });
}
