import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { noPlaceIn } from '../../../prestations/index.js';
import { typeset } from '../../../kernel/french.js';
import { FindChildren } from '../../../families/index.js';
import { LateRequestRow } from '../../data/late-request.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { reservationsProblems } from '../../problems.js';
import { CancelReservations } from '../reserved/cancel-reservations.js';
import { ChangeMenu } from '../reserved/change-menu.js';
import { HoldPlaces } from '../places/hold-places.js';
import { MailLateRequest } from './mail-late-request.js';
import { MoveReservation } from '../reserved/move-reservation.js';
import { ReservePlace } from '../places/reserve-place.js';

export interface LateAnswer {
  readonly accepted: boolean;
  /** What the family reads; needed for a refusal. */
  readonly answer: string | null;
}

/** The mairie's answer: accepting does what was asked, in the same unit, places counted as for anyone. */
@Injectable()
export class AnswerLateRequest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly holdPlaces: HoldPlaces,
    private readonly findChildren: FindChildren,
    private readonly reservations: ReservationsStore,
    private readonly reservePlace: ReservePlace,
    private readonly cancelReservations: CancelReservations,
    private readonly moveReservation: MoveReservation,
    private readonly changeMenu: ChangeMenu,
    private readonly mailLateRequest: MailLateRequest,
  ) {}

  /** Throws LATE_REQUEST_UNKNOWN, LATE_REQUEST_ANSWERED, SESSION_FULL, and what the operation itself would. */
  run(collectiviteId: number, requestId: number, { accepted, answer }: LateAnswer, accountId: number): Promise<void> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const request = await this.database.repository(LateRequestRow).findOneBy({ collectiviteId, id: requestId });
      if (!request) throw lateRequestUnknown();
      const answered = await this.database.change(
        `UPDATE late_requests SET state = ?, pending = NULL, decided_by = ?, decided_at = ?, answer = ?
         WHERE collectivite_id = ? AND id = ? AND pending = 1`,
        [accepted ? 'ACCEPTED' : 'REFUSED', accountId, now.epochMilliseconds, answer, collectiviteId, requestId],
      );
      if (answered === 0)
        throw reservationsProblems.LATE_REQUEST_ANSWERED('Cette demande a déjà sa réponse, ou la famille l’a retirée.');
      if (accepted && request.operation === 'ADD') await this.book(request, accountId, now);
      if (accepted && request.operation === 'CANCEL') await this.giveUp(request, accountId);
      if (accepted && request.operation === 'MODIFY') await this.exchange(request, accountId);
      if (accepted && request.operation === 'DIET') await this.giveMenu(request, accountId);
      await this.mailLateRequest.answered(collectiviteId, request, accepted, answer);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: accepted ? 'late-request.accepted' : 'late-request.refused',
        subject: `late-request:${requestId}`,
        detail: { sessionId: request.sessionId, familyId: request.familyId, operation: request.operation },
      });
    });
  }

  private async book(request: LateRequestRow, accountId: number, now: Temporal.Instant): Promise<void> {
    const { collectiviteId, sessionId, childId } = request;
    const { places } = await this.holdPlaces.run(collectiviteId, [sessionId], now);
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId)!;
    const act = actOn(request, accountId);
    const session = places.sessions.get(sessionId)!;
    await this.reservePlace.run(act, { sessionId, childId }, session, { now, beyondWindow: true });
    const full = await places.take(sessionId, child);
    if (full !== null)
      throw reservationsProblems.SESSION_FULL(
        typeset(
          full.by === 'POOL' && full.ageUnder === null && full.ageFrom === null
            ? `C’est complet : ${noPlaceIn(full.name)}. Refusez la demande, ou augmentez le nombre de places.`
            : 'C’est complet : refusez la demande, ou augmentez le nombre de places.',
        ),
      );
  }

  private async giveUp(request: LateRequestRow, accountId: number): Promise<void> {
    await this.cancelReservations.one(actOn(request, accountId), await this.reservationOf(request), beyond(request));
  }

  private async exchange(request: LateRequestRow, accountId: number): Promise<void> {
    const reservationId = await this.reservationOf(request);
    const beyondWindow = { beyondWindow: true };
    await this.moveReservation.run(actOn(request, accountId), reservationId, request.toSessionId!, beyondWindow);
  }

  private async giveMenu(request: LateRequestRow, accountId: number): Promise<void> {
    const reservationId = await this.reservationOf(request);
    const { menuTypeId } = request;
    await this.changeMenu.run(actOn(request, accountId), reservationId, { menuTypeId }, beyond(request));
  }

  private async reservationOf({ collectiviteId, sessionId, childId }: LateRequestRow): Promise<number> {
    const living = await this.reservations.living(collectiviteId, [childId], [sessionId]);
    const reservation = living.of(sessionId, childId);
    if (!reservation) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
    return reservation.id;
  }
}

/** The mairie acts for the family. */
function actOn({ collectiviteId, familyId }: LateRequestRow, accountId: number) {
  return { collectiviteId, familyId, accountId, asParent: false };
}

function beyond({ id }: LateRequestRow) {
  return { override: true, reason: `Demande hors délai n° ${id}` };
}

export function lateRequestUnknown() {
  return reservationsProblems.LATE_REQUEST_UNKNOWN('Cette demande n’existe pas, ou vous n’y avez pas accès.');
}
