import { Injectable } from '@nestjs/common';
import { FindCollectivite, FindSites } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { BookingPolicyRow } from '../../data/booking-policy.entity.js';
import type { PolicyExceptionRow } from '../../data/policy-exception.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import type { TariffVersionRow } from '../../data/tariff-version.entity.js';
import { concerns } from '../../rules/policy-exceptions.js';
import { FindPolicyExceptions } from './find-policy-exceptions.js';
import { FindPrestations } from '../find-prestations.js';
import { LoadPolicies } from './load-policies.js';
import { LoadTariffs } from '../tariffs/load-tariffs.js';

/** What holds for one prestation on one date; null where the mairie has set nothing. */
export interface ReglementLine {
  readonly prestation: PrestationRow;
  readonly siteName: string;
  readonly policy: BookingPolicyRow | null;
  readonly tariff: TariffVersionRow | null;
  /** Those that hold on the date or later, by date. */
  readonly exceptions: readonly PolicyExceptionRow[];
}

/** The règlement table of a collectivité on a date: every prestation in use, by site and name. */
@Injectable()
export class ShowReglement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
    private readonly findExceptions: FindPolicyExceptions,
    private readonly loadPolicies: LoadPolicies,
    private readonly loadTariffs: LoadTariffs,
  ) {}

  /** On the date of today there, unless another is asked for. */
  run(
    collectiviteId: number,
    wanted: Temporal.PlainDate | null,
  ): Promise<{ readonly date: Temporal.PlainDate; readonly lines: readonly ReglementLine[] }> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const date = wanted ?? dateIn(timeZone, now);
      const prestations = await this.findPrestations.run(collectiviteId);
      const ids = prestations.map(({ id }) => id);
      const policies = await this.loadPolicies.run(collectiviteId, ids);
      const tariffs = await this.loadTariffs.run(collectiviteId, ids);
      const exceptions = await this.findExceptions.run(collectiviteId, date);
      const lines = (await this.findSites.run(collectiviteId)).flatMap((site) =>
        prestations
          .filter(({ siteId }) => siteId === site.id)
          .map((prestation) => ({
            prestation,
            siteName: site.name,
            policy: policies.on(prestation.id, date),
            tariff: tariffs.versionOn(prestation.id, date),
            exceptions: exceptions.filter((exception) => concerns(exception, prestation)),
          })),
      );
      return { date, lines };
    });
  }
}
