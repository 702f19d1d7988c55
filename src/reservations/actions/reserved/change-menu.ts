import { Injectable } from '@nestjs/common';
import { FindMenuTypes } from '../../../collectivites/index.js';
import { typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { promiseOf } from '../../data/new-reservation.js';
import { reservationsProblems } from '../../problems.js';
import { menuOf } from '../../rules/headcount.js';
import { promiseWithMenu } from '../../rules/menu-promise.js';
import type { FamilyAct, OverrideAsked } from '../allow-override.js';
import { HoldReservedDay } from './hold-reserved-day.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { RenewPromise } from './renew-promise.js';

export interface WantedMenu {
  /** Null: the child's usual one. */
  readonly menuTypeId: number | null;
  /** The one that was read, where it must not have changed since. */
  readonly replaces?: number | null | undefined;
}

/**
 * Gives a child another menu on one reserved day; the kitchen counts it until the deadline for menus. Where the family
 * brings the meal from then on, or no longer does, the price follows.
 */
@Injectable()
export class ChangeMenu {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly holdReservedDay: HoldReservedDay,
    private readonly loadFacts: LoadBookingFacts,
    private readonly renewPromise: RenewPromise,
  ) {}

  /**
   * Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, MENU_CHANGE_CLOSED, MENU_CHANGED, SESSION_ALREADY_BILLED,
   * OVERRIDE_NOT_ALLOWED, INVALID_REQUEST.
   */
  run(
    act: FamilyAct,
    reservationId: number,
    { menuTypeId, replaces }: WantedMenu,
    asked: OverrideAsked,
  ): Promise<void> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const menus = await this.findMenuTypes.run(act.collectiviteId);
      if (menuTypeId !== null && !menus.some(({ id }) => id === menuTypeId))
        throw invalidRequest([{ field: 'menuTypeId', message: 'ce type de menu n’existe pas dans la collectivité.' }]);
      const day = await this.holdReservedDay.run(act, reservationId, { what: 'MENU', asked, now });
      const facts = await this.loadFacts.run(act, [day.row.childId]);
      const eaten = menuOf(day.row, facts.child(day.row.childId)).menuTypeId;
      if (replaces != null && replaces !== eaten) {
        const { label } = menus.find(({ id }) => id === eaten)!;
        throw reservationsProblems.MENU_CHANGED(
          typeset(
            `Le menu de ce jour vient d’être changé, sur un autre appareil ou par l’autre parent : « ${label} ». Rien n’est changé : relisez, puis choisissez.`,
          ),
        );
      }
      const kept = promiseOf(day.row);
      const asOfNow = facts.promised(day.session, day.row.childId, { menuTypeId, supplements: kept.supplements });
      await this.renewPromise.run(act, day, { promised: promiseWithMenu(kept, asOfNow), menuTypeId, now });
    });
  }
}
