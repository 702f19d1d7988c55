import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { FindCalendar } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Database } from '../../../platform/database/database.js';
import { BookingPolicyRow } from '../../data/booking-policy.entity.js';
import { PolicyExceptionRow } from '../../data/policy-exception.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import type { PlannedPrestation, RulesKnown } from '../../rules/session-rules.js';
import { weekdaysOf } from '../../rules/weekdays.js';

export interface LoadedRules extends RulesKnown {
  readonly prestation: PlannedPrestation;
}

/** What `sessionRules` needs to say what rules each day of a prestation, as it stands now. */
@Injectable()
export class LoadSessionRules {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
  ) {}

  run(prestation: PrestationRow): Promise<LoadedRules> {
    const { id, collectiviteId, siteId, runsOn, startsAt } = prestation;
    return this.database.read(async () => ({
      prestation: { id, siteId, runsOn, startsAt, weekdays: weekdaysOf(prestation) },
      calendar: await this.findCalendar.run(collectiviteId, siteId),
      zone: (await this.findCollectivite.run(collectiviteId)).timeZone,
      policies: await this.database.repository(BookingPolicyRow).findBy({ collectiviteId, prestationId: id }),
      exceptions: await this.database.repository(PolicyExceptionRow).findBy({ collectiviteId, removedAt: IsNull() }),
    }));
  }
}
