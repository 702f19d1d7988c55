import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { FindPrestations, LoadTariffs } from '../../../prestations/index.js';
import type { BillingPeriod } from '../../rules/billing-period.js';
import type { Pricing } from './price-sessions.js';

/** Loads once what prices all the sessions of a run. */
@Injectable()
export class PreparePricing {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly findPrestations: FindPrestations,
    private readonly loadTariffs: LoadTariffs,
    private readonly findCalendar: FindCalendar,
  ) {}

  /** `days`: those that a run bills whole, and counts itself; null where single bookings are billed beside others. */
  async run(collectiviteId: number, days: BillingPeriod | null, now: Temporal.Instant): Promise<Pricing> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const tariffs = await this.loadTariffs.run(
      collectiviteId,
      prestations.map(({ id }) => id),
    );
    const calendar = await this.findCalendar.run(collectiviteId, null);
    const named = new Map(prestations.map((row) => [row.id, row]));
    return { collectiviteId, days, timeZone, now, prestations: named, tariffs, calendar };
  }
}
