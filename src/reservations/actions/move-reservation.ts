import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindChildren } from '../../families/index.js';
import { longDate, longInstant, typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SessionRow } from '../../prestations/index.js';
import { isOpen } from '../../reglement/index.js';
import type { ReservationRow } from '../data/reservation.entity.js';
import { ReservationsStore } from '../data/reservations-store.js';
import { reservationsProblems } from '../problems.js';
import { modifyClosedSentence } from '../rules/refusal-sentence.js';
import { mayStillMove } from '../rules/wish.js';
import type { FamilyAct } from './allow-override.js';
import { HoldPlaces } from './hold-places.js';
import { MailMove } from './mail-move.js';
import { ReservePlace } from './reserve-place.js';
import { reservationCancelled } from '../events.js';

/**
 * Exchanges a reserved day for another of the same prestation, in one unit: the child never loses the first without
 * having the second. Both days are within the deadline for changes, which the policy may set apart from the others.
 */
@Injectable()
export class MoveReservation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly reservations: ReservationsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly findChildren: FindChildren,
    private readonly findCollectivite: FindCollectivite,
    private readonly reservePlace: ReservePlace,
    private readonly mailMove: MailMove,
  ) {}

  /** Answers the new reservation's id, at the price of now. Throws MODIFICATION_CLOSED and what booking would. */
  run(act: FamilyAct, reservationId: number, sessionId: number): Promise<number> {
    const now = this.clock.now();
    const { collectiviteId, familyId, accountId } = act;
    return this.database.unit(async () => {
      const [row] = await this.reservations.locked(collectiviteId, familyId, [reservationId]);
      if (!row)
        throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
      if (row.active === null) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
      const { places, passOn } = await this.holdPlaces.run(collectiviteId, [row.sessionId, sessionId], now);
      const from = places.sessions.get(row.sessionId)!;
      const to = places.sessions.get(sessionId);
      if (!to || to.prestationId !== from.prestationId)
        throw reservationsProblems.SESSION_UNKNOWN('Choisissez un autre jour de la même prestation.');
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      for (const session of [from, to]) {
        if (mayStillMove(session, now)) continue;
        const { date, modifyClosesAt: closesAt } = session;
        throw reservationsProblems.MODIFICATION_CLOSED(modifyClosedSentence(date, closesAt, zone), {
          extensions: { closesAt: closesAt.toString() },
        });
      }
      if (to.addOpensAt && isOpen(now, to.addOpensAt))
        throw reservationsProblems.NOT_YET_OPEN(
          typeset(`Les réservations pour le ${longDate(to.date)} ouvrent le ${longInstant(to.addOpensAt, zone)}.`),
        );
      const moved = await this.book(act, row, to, now);
      const child = (await this.findChildren.run(collectiviteId, [row.childId])).get(row.childId)!;
      if ((await places.take(sessionId, child)) !== null)
        throw reservationsProblems.SESSION_FULL(
          typeset(`C’est complet le ${longDate(to.date)} : votre réservation du ${longDate(from.date)} est gardée.`),
        );
      await this.reservations.cancel(row.id, accountId, now);
      await places.free(row.sessionId, row.childId);
      await passOn();
      const { childId } = row;
      await this.outbox.emit(
        reservationCancelled,
        { collectiviteId, familyId, childId, sessionId: from.id, reservationId },
        { collectiviteId, key: String(reservationId) },
      );
      await this.mailMove.run(act, { childId, from, to, unitCents: moved.unitCents });
      return moved.reservationId;
    });
  }

  private book(act: FamilyAct, { childId }: ReservationRow, to: SessionRow, now: ReturnType<Clock['now']>) {
    return this.reservePlace.run(act, { sessionId: to.id, childId }, to, { now, beyondWindow: true });
  }
}
