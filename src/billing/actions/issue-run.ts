import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { BillingRunRow } from '../data/billing-run.entity.js';
import { InvoiceRow } from '../data/invoice.entity.js';
import { BeginIssue } from './begin-issue.js';
import { IssueInvoice } from './issue-invoice.js';
import { ReadCharges } from './read-charges.js';
import { Runs } from './runs.js';

/** Invoices of one unit: their numbers are held until it ends, so few enough for others not to wait. */
const INVOICES_AT_ONCE = 25;

/**
 * Issues a run: a few invoices in each unit, each one numbered, frozen, posted and announced together or not at all.
 * Killed anywhere, it is finished by running it again, or by the scheduled task; two at once take turns.
 */
@Injectable()
export class IssueRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: Runs,
    private readonly beginIssue: BeginIssue,
    private readonly issueInvoice: IssueInvoice,
    private readonly readCharges: ReadCharges,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
  ) {}

  /** Issuing a run that is issued changes nothing. `accountId` is null for the scheduled task. */
  async run(collectiviteId: number, runId: number, accountId: number | null): Promise<void> {
    await this.beginIssue.run(collectiviteId, runId, accountId);
    while (await this.database.unit(() => this.issueSome(collectiviteId, runId)));
  }

  /** False once the run is issued. */
  private async issueSome(collectiviteId: number, runId: number): Promise<boolean> {
    const run = await this.runs.hold(collectiviteId, runId);
    if (run.state !== 'ISSUING') return false;
    const now = this.clock.now();
    const invoices = await this.nextOf(run);
    if (invoices.length === 0) {
      await this.database
        .repository(InvoiceRow)
        .update({ billingRunId: run.id, state: 'DRAFT' }, { state: 'NOTHING_DUE' });
      await this.database.repository(BillingRunRow).update({ id: run.id }, { state: 'ISSUED', issuedAt: now });
      return false;
    }
    const ids = invoices.map(({ id }) => id);
    const { charges, prestations } = await this.readCharges.run(collectiviteId, ids);
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const families = await this.findFamilies.run(
      collectiviteId,
      invoices.map(({ familyId }) => familyId),
    );
    for (const invoice of invoices) {
      const family = families.get(invoice.familyId)!;
      await this.issueInvoice.run({
        invoice,
        charges: charges.get(invoice.id)!,
        prestations,
        collectivite,
        family,
        now,
      });
    }
    return true;
  }

  private nextOf({ id }: BillingRunRow): Promise<InvoiceRow[]> {
    return this.database
      .repository(InvoiceRow)
      .createQueryBuilder('invoice')
      .where('invoice.billingRunId = :id AND invoice.state = :state AND invoice.totalCents > 0', { id, state: 'DRAFT' })
      .orderBy('invoice.id')
      .limit(INVOICES_AT_ONCE)
      .getMany();
  }
}
