import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { BeginIssue } from './begin-issue.js';
import { IssueSome } from './issue-some.js';
import { Runs } from './runs.js';

/**
 * Issues a run: a few documents in each unit, each one numbered, frozen, posted and announced together or not at all.
 * Killed anywhere, it is finished by running it again, or by the scheduled task; two at once take turns.
 */
@Injectable()
export class IssueRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: Runs,
    private readonly beginIssue: BeginIssue,
    private readonly issueSome: IssueSome,
  ) {}

  /** Issuing a run that is issued changes nothing. `accountId` is null for the scheduled task; `everything`: whatever the threshold. */
  async run(collectiviteId: number, runId: number, accountId: number | null, everything = false): Promise<void> {
    await this.beginIssue.run(collectiviteId, runId, accountId, everything);
    while (await this.database.unit(() => this.step(collectiviteId, runId)));
  }

  /** False once the run is issued. */
  private async step(collectiviteId: number, runId: number): Promise<boolean> {
    const run = await this.runs.hold(collectiviteId, runId);
    if (run.state !== 'ISSUING') return false;
    if (await this.issueSome.creditNotes(run)) return true;
    if (await this.issueSome.invoices(run)) return true;
    await this.database
      .repository(InvoiceRow)
      .update({ billingRunId: run.id, state: 'DRAFT' }, { state: 'NOTHING_DUE' });
    const issuedAt = this.clock.now();
    await this.database.repository(BillingRunRow).update({ id: run.id }, { state: 'ISSUED', issuedAt });
    return false;
  }
}
