import { Injectable } from '@nestjs/common';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { DueUnderPlans } from '../../instalments/index.js';
import { OpenBalances } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type ArrearsReport, arrearsReport } from '../rules/arrears.js';

export interface NamedArrears {
  readonly report: ArrearsReport;
  /** Names of the families, by id. */
  readonly names: ReadonlyMap<number, string>;
}

@Injectable()
export class ReportArrears {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly balances: OpenBalances,
    private readonly dueUnderPlans: DueUnderPlans,
  ) {}

  /** What families owed at the end of the day `at`, today unless told; read on one picture of the ledger. */
  run(collectiviteId: number, at?: Temporal.PlainDate): Promise<NamedArrears> {
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const day = at ?? dateIn(timeZone, this.clock.now());
      const items = await this.balances.at(collectiviteId, day);
      const open = new Map(items.map((item) => [item.invoiceId, item.invoicedCents - item.settledCents]));
      const plans = await this.dueUnderPlans.at(collectiviteId, day, (invoiceId) => open.get(invoiceId) ?? 0);
      const report = arrearsReport(day, items, await this.balances.totalAt(collectiviteId, day), plans);
      const families = await this.findFamilies.run(collectiviteId, new Set(items.map(({ familyId }) => familyId)));
      return { report, names: new Map([...families].map(([id, { name }]) => [id, name])) };
    });
  }
}
