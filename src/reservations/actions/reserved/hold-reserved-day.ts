import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { LoadWindows, Places, type SessionRow } from '../../../prestations/index.js';
import type { ReservationRow } from '../../data/reservation.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { reservationsProblems } from '../../problems.js';
import { changeOutcome } from '../../rules/change-window.js';
import { billedSentence, menuClosedSentence, supplementsClosedSentence } from '../../rules/refusal-sentence.js';
import { type FamilyAct, type OverrideAsked, overrideReason } from '../allow-override.js';

export interface ReservedDay {
  readonly row: ReservationRow;
  readonly session: SessionRow;
}

/** What of a reserved day is changed, and what is written down when the mairie does it beyond the deadline. */
const CHANGES = {
  MENU: { audited: 'reservation.menu-changed-beyond-window', sentence: menuClosedSentence },
  SUPPLEMENTS: { audited: 'reservation.supplements-changed-beyond-window', sentence: supplementsClosedSentence },
} as const;

/**
 * Holds a reserved day whose menu or supplements may still be changed: until the deadline for menus; for an agent with a
 * reason, until the kitchen has its list. Nothing of a day that is billed changes.
 */
@Injectable()
export class HoldReservedDay {
  constructor(
    private readonly audit: Audit,
    private readonly reservations: ReservationsStore,
    private readonly places: Places,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadWindows: LoadWindows,
  ) {}

  /**
   * Inside the caller's unit. Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, MENU_CHANGE_CLOSED or SUPPLEMENTS_CLOSED,
   * SESSION_ALREADY_BILLED, OVERRIDE_NOT_ALLOWED.
   */
  async run(
    act: FamilyAct,
    reservationId: number,
    { what, asked, now }: { what: keyof typeof CHANGES; asked: OverrideAsked; now: Temporal.Instant },
  ): Promise<ReservedDay> {
    const override = overrideReason(act, asked);
    const { collectiviteId, familyId, accountId } = act;
    const [row] = await this.reservations.locked(collectiviteId, familyId, [reservationId]);
    if (!row)
      throw reservationsProblems.RESERVATION_UNKNOWN('Cette réservation n’existe pas, ou n’est pas de votre foyer.');
    if (row.active === null) throw reservationsProblems.ALREADY_CANCELLED('Cette réservation est déjà annulée.');
    const session = (await this.places.hold(collectiviteId, [row.sessionId])).sessions.get(row.sessionId)!;
    if (session.billedAt !== null) throw reservationsProblems.SESSION_ALREADY_BILLED(billedSentence(session.date));
    const windows = await this.loadWindows.run(collectiviteId, [session.prestationId], {
      familyIds: [familyId],
      childIds: [row.childId],
    });
    const window = windows.of(session, row, 'DIET');
    const outcome = changeOutcome(session, window, now);
    if (outcome.type === 'ACCEPTED') return { row, session };
    if (override === null || session.frozenAt !== null) {
      const { ask, phone } = outcome;
      const { closesAt } = window;
      const rule = windows.ruleOf(session, row, 'DIET');
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      const detail = CHANGES[what].sentence(session.date, { closesAt, zone, ask, phone, rule });
      const closed = { extensions: { closesAt: closesAt.toString() } };
      throw what === 'MENU'
        ? reservationsProblems.MENU_CHANGE_CLOSED(detail, closed)
        : reservationsProblems.SUPPLEMENTS_CLOSED(detail, closed);
    }
    await this.audit.record({
      ...{ collectiviteId, accountId, action: CHANGES[what].audited, subject: `reservation:${row.id}` },
      detail: { reason: override, sessionId: row.sessionId, familyId },
    });
    return { row, session };
  }
}
