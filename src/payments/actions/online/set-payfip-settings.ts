import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { MOST_CENTS, type PayfipAnswer, PayfipClient, type Mode } from '../../../payfip/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { PayfipSettingsRow } from '../../data/payfip-settings.entity.js';
import type { ReferenceForm } from '../../rules/online-reference.js';

export interface PayfipSettings {
  readonly active: boolean;
  readonly numcli: string;
  readonly mode: Mode;
  readonly severalInvoices: boolean;
  /** Absent: the highest that PayFiP takes. */
  readonly mostCents?: number;
  readonly referenceForm: ReferenceForm;
  readonly referencePrefix?: string | null;
}

@Injectable()
export class SetPayfipSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly payfip: PayfipClient,
    private readonly audit: Audit,
  ) {}

  /** From here on; attempts that are under way keep what they were begun with. */
  run(collectiviteId: number, settings: PayfipSettings, accountId: number): Promise<void> {
    return this.database.unit(async () => {
      await this.findCollectivite.run(collectiviteId);
      const { active, numcli, mode, severalInvoices, referenceForm, mostCents = MOST_CENTS } = settings;
      const row = {
        ...{ collectiviteId, active, numcli, mode, severalInvoices, referenceForm, mostCents },
        referencePrefix: settings.referencePrefix ?? null,
        updatedAt: this.clock.now(),
        updatedBy: accountId,
      };
      const repository = this.database.repository(PayfipSettingsRow);
      const { affected } = await repository.update({ collectiviteId }, row);
      if (affected === 0) await this.database.insert(PayfipSettingsRow, row);
      const detail = { active, numcli, mode };
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'payfip.set',
        subject: `collectivite:${collectiviteId}`,
        detail,
      });
    });
  }

  /** Whether PayFiP knows this client and opened it to the web service. */
  check(numcli: string): Promise<PayfipAnswer<true>> {
    return this.payfip.checkClient(numcli);
  }
}
