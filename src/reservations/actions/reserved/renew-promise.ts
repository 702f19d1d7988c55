import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { SessionRevisions } from '../../../prestations/index.js';
import { pricesOf } from '../../data/new-reservation.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import type { Promised } from '../../rules/late-booking.js';
import type { FamilyAct } from '../allow-override.js';
import type { ReservedDay } from './hold-reserved-day.js';
import { MailNewPrice } from './mail-new-price.js';

export interface Renewal {
  readonly promised: Promised;
  readonly menuTypeId: number | null;
  readonly now: Temporal.Instant;
}

/** Keeps what is taken with a reserved day and what it costs from now on; a price that changes is told by mail. */
@Injectable()
export class RenewPromise {
  constructor(
    private readonly database: Database,
    private readonly sessionRevisions: SessionRevisions,
    private readonly mailNewPrice: MailNewPrice,
  ) {}

  /** Inside the caller's unit, which holds the day. */
  async run(act: FamilyAct, { row, session }: ReservedDay, { promised, menuTypeId, now }: Renewal): Promise<void> {
    const { collectiviteId } = act;
    const renewed = promised.prices !== row.priceExplanation;
    const columns = pricesOf(promised, row.lateBooking);
    await this.database
      .repository(ReservationRow)
      .update({ collectiviteId, id: row.id }, { ...columns, menuTypeId, promisedAt: renewed ? now : row.promisedAt });
    await this.sessionRevisions.changed(collectiviteId, [session.id]);
    if (columns.unitCents !== row.unitCents)
      await this.mailNewPrice.run(act, { row, session, supplements: promised.supplements, cents: columns.unitCents });
  }
}
