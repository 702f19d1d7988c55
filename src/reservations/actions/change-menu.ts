import { Injectable } from '@nestjs/common';
import { FindMenuTypes } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { ReservationRow } from '../data/reservation.entity.js';
import type { FamilyAct, OverrideAsked } from './allow-override.js';
import { HoldReservedDay } from './hold-reserved-day.js';

/** Gives a child another menu on one reserved day; the kitchen counts it until the deadline for menus. */
@Injectable()
export class ChangeMenu {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly holdReservedDay: HoldReservedDay,
  ) {}

  /**
   * `menuTypeId` null is the child's usual menu. Throws RESERVATION_UNKNOWN, ALREADY_CANCELLED, MENU_CHANGE_CLOSED,
   * SESSION_ALREADY_BILLED, OVERRIDE_NOT_ALLOWED, INVALID_REQUEST.
   */
  run(act: FamilyAct, reservationId: number, menuTypeId: number | null, asked: OverrideAsked): Promise<void> {
    const now = this.clock.now();
    const { collectiviteId } = act;
    return this.database.unit(async () => {
      const menus = await this.findMenuTypes.run(collectiviteId);
      if (menuTypeId !== null && !menus.some(({ id }) => id === menuTypeId))
        throw invalidRequest([{ field: 'menuTypeId', message: 'ce type de menu n’existe pas dans la collectivité.' }]);
      const { row } = await this.holdReservedDay.run(act, reservationId, { what: 'MENU', asked, now });
      await this.database.repository(ReservationRow).update({ collectiviteId, id: row.id }, { menuTypeId });
    });
  }
}
