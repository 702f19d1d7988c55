import { Injectable } from '@nestjs/common';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { DueUnderPlans } from '../../instalments/index.js';
import { type DebtFilter, DebtsAt } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DebtMarks } from '../data/debt-marks.js';
import { type ArrearsReport, arrearsReport } from '../rules/arrears.js';
import { PrestationLabels } from './prestation-labels.js';

/** At the end of which day, today unless told, and which debts: all of them unless told. */
export interface ArrearsAsked extends DebtFilter {
  readonly at?: Temporal.PlainDate;
}

export interface NamedArrears {
  readonly report: ArrearsReport;
  /** Names of the families, by id. */
  readonly names: ReadonlyMap<number, string>;
  /** Labels of the prestations, by id. */
  readonly labels: ReadonlyMap<number, string>;
}

@Injectable()
export class ReportArrears {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly debts: DebtsAt,
    private readonly debtMarks: DebtMarks,
    private readonly dueUnderPlans: DueUnderPlans,
    private readonly prestationLabels: PrestationLabels,
  ) {}

  /** What families owed, at the régie and to the comptable; read on one picture of the ledger. */
  run(collectiviteId: number, { at, ...filter }: ArrearsAsked = {}): Promise<NamedArrears> {
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const day = at ?? dateIn(timeZone, this.clock.now());
      const read = await this.debts.read(collectiviteId, day, filter);
      const open = new Map(
        read.items
          .filter(({ debt }) => debt === 'FAMILY')
          .map((item) => [item.invoiceId, item.invoicedCents - item.settledCents]),
      );
      const plans = await this.dueUnderPlans.at(collectiviteId, day, (invoiceId) => open.get(invoiceId) ?? 0);
      const invoices = read.items.map(({ invoiceId }) => invoiceId);
      const end = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
      const marks = await this.debtMarks.of(collectiviteId, invoices, end);
      const families = await this.findFamilies.run(collectiviteId, new Set(read.items.map(({ familyId }) => familyId)));
      return {
        report: arrearsReport(read, { plans, marks }),
        names: new Map([...families].map(([id, { name }]) => [id, name])),
        labels: await this.prestationLabels.of(collectiviteId),
      };
    });
  }
}
