import { Injectable } from '@nestjs/common';
import { FindCollectivite, FindMenuTypes } from '../../collectivites/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { LoadWindows, Places } from '../../prestations/index.js';
import { ReservationRow } from '../data/reservation.entity.js';
import { ReservationsStore } from '../data/reservations-store.js';
import { reservationsProblems } from '../problems.js';
import { changeOutcome } from '../rules/change-window.js';
import { menuClosedSentence } from '../rules/refusal-sentence.js';
import { type FamilyAct, type OverrideAsked, overrideReason } from './allow-override.js';

/** Gives a child another menu on one reserved day; the kitchen counts it until the deadline for menus. */
@Injectable()
export class ChangeMenu {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reservations: ReservationsStore,
    private readonly places: Places,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadWindows: LoadWindows,
  ) {}

  /**
   * `menuTypeId` null is the child's usual menu. Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, MENU_CHANGE_CLOSED,
   * OVERRIDE_NOT_ALLOWED, INVALID_REQUEST.
   */
  run(act: FamilyAct, reservationId: number, menuTypeId: number | null, asked: OverrideAsked): Promise<void> {
    const now = this.clock.now();
    const override = overrideReason(act, asked);
    const { collectiviteId, familyId, accountId } = act;
    return this.database.unit(async () => {
      const menus = await this.findMenuTypes.run(collectiviteId);
      if (menuTypeId !== null && !menus.some(({ id }) => id === menuTypeId))
        throw invalidRequest([{ field: 'menuTypeId', message: 'ce type de menu n’existe pas dans la collectivité.' }]);
      const [row] = await this.reservations.locked(collectiviteId, familyId, [reservationId]);
      if (!row)
        throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
      if (row.active === null) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
      const session = (await this.places.hold(collectiviteId, [row.sessionId])).sessions.get(row.sessionId)!;
      const windows = await this.loadWindows.run(collectiviteId, [session.prestationId], [familyId]);
      const outcome = changeOutcome(session, windows.change(session, 'DIET'), now);
      const inTime = outcome.type === 'ACCEPTED';
      if (!inTime && (override === null || session.frozenAt !== null)) {
        const { ask, phone } = outcome;
        const { date, dietClosesAt: closesAt } = session;
        const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
        throw reservationsProblems.MENU_CHANGE_CLOSED(menuClosedSentence(date, { closesAt, zone, ask, phone }), {
          extensions: { closesAt: closesAt.toString() },
        });
      }
      await this.database.repository(ReservationRow).update({ collectiviteId, id: row.id }, { menuTypeId });
      if (!inTime)
        await this.audit.record({
          collectiviteId,
          accountId,
          action: 'reservation.menu-changed-beyond-window',
          subject: `reservation:${row.id}`,
          detail: { reason: override, sessionId: row.sessionId, familyId },
        });
    });
  }
}
