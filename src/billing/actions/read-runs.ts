import { Injectable } from '@nestjs/common';
import { FindChildren, FindFamilies } from '../../families/index.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations } from '../../prestations/index.js';
import { BillingAnomalyRow } from '../data/billing-anomaly.entity.js';
import { BillingRunRow } from '../data/billing-run.entity.js';
import { InvoiceRow } from '../data/invoice.entity.js';
import type { AnomalyKind } from '../rules/anomaly.js';
import { Runs } from './runs.js';

/** A run with what its drafts or invoices add up to. */
export interface RunWithTotals {
  readonly run: BillingRunRow;
  readonly totalCents: Cents;
  /** Invoices with something to pay, issued or not. */
  readonly invoices: number;
  /** Of these, those that have their number. */
  readonly issued: number;
  readonly anomalies: readonly { readonly kind: AnomalyKind; readonly count: number }[];
}

export interface PlacedAnomaly {
  readonly anomaly: BillingAnomalyRow;
  readonly prestation: string;
  readonly child: string;
}

export interface InvoiceOfRun {
  readonly invoice: InvoiceRow;
  readonly family: string;
}

interface From {
  readonly after: number;
  /** One more row than a page, to know whether another follows. */
  readonly take: number;
}

/** What an agent reads of the runs: totals, anomalies, invoices. */
@Injectable()
export class ReadRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: Runs,
    private readonly findFamilies: FindFamilies,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
  ) {}

  one(collectiviteId: number, runId: number): Promise<RunWithTotals> {
    return this.database.read(async () => {
      const run = await this.runs.find(collectiviteId, runId);
      const [sums] = await this.database.rows<{
        total: number | string | null;
        due: number | string;
        issued: number | string | null;
      }>(
        `SELECT SUM(total_cents) AS total, COUNT(CASE WHEN total_cents > 0 THEN 1 END) AS due,
           COUNT(CASE WHEN state = 'ISSUED' THEN 1 END) AS issued
         FROM invoices WHERE billing_run_id = ?`,
        [runId],
      );
      const anomalies = await this.database.rows<{ kind: AnomalyKind; count: number | string }>(
        'SELECT kind, COUNT(*) AS count FROM billing_anomalies WHERE billing_run_id = ? GROUP BY kind ORDER BY kind',
        [runId],
      );
      return {
        run,
        totalCents: Number(sums!.total ?? 0),
        invoices: Number(sums!.due),
        issued: Number(sums!.issued ?? 0),
        anomalies: anomalies.map(({ kind, count }) => ({ kind, count: Number(count) })),
      };
    });
  }

  /** The latest first. `after` is the id of the last one read, 0 to begin. */
  list(collectiviteId: number, { after, take }: From): Promise<BillingRunRow[]> {
    return this.database.read(() => {
      const query = this.database
        .repository(BillingRunRow)
        .createQueryBuilder('run')
        .where('run.collectiviteId = :collectiviteId', { collectiviteId });
      if (after > 0) query.andWhere('run.id < :after', { after });
      return query.orderBy('run.id', 'DESC').limit(take).getMany();
    });
  }

  anomalies(collectiviteId: number, runId: number, { after, take }: From): Promise<PlacedAnomaly[]> {
    return this.database.read(async () => {
      await this.runs.find(collectiviteId, runId);
      const rows = await this.database
        .repository(BillingAnomalyRow)
        .createQueryBuilder('anomaly')
        .where('anomaly.billingRunId = :runId AND anomaly.id > :after', { runId, after })
        .orderBy('anomaly.id')
        .limit(take)
        .getMany();
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const names = new Map(prestations.map(({ id, name }) => [id, name]));
      return rows.map((anomaly) => {
        const { firstName, lastName } = children.get(anomaly.childId)!;
        return { anomaly, prestation: names.get(anomaly.prestationId)!, child: `${firstName} ${lastName}` };
      });
    });
  }

  invoices(collectiviteId: number, runId: number, { after, take }: From): Promise<InvoiceOfRun[]> {
    return this.database.read(async () => {
      await this.runs.find(collectiviteId, runId);
      const rows = await this.database
        .repository(InvoiceRow)
        .createQueryBuilder('invoice')
        .where('invoice.billingRunId = :runId AND invoice.id > :after', { runId, after })
        .orderBy('invoice.id')
        .limit(take)
        .getMany();
      const families = await this.findFamilies.run(
        collectiviteId,
        rows.map(({ familyId }) => familyId),
      );
      return rows.map((invoice) => ({ invoice, family: families.get(invoice.familyId)!.name }));
    });
  }
}
