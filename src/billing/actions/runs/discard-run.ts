import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { ComputeRun } from './compute-run.js';
import { Runs } from './runs.js';

/** Throws a draft run away with all its drafts: its days can be billed by another. */
@Injectable()
export class DiscardRun {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly runs: Runs,
    private readonly computeRun: ComputeRun,
  ) {}

  /** Throws RUN_NOT_DRAFT. Cut short, the run is still a draft, not computed, and can be discarded again. */
  async run(collectiviteId: number, runId: number, accountId: number): Promise<void> {
    const run = await this.runs.begin(collectiviteId, runId);
    await this.computeRun.clear(run);
    await this.database.unit(async () => {
      await this.runs.holdFor(run);
      await this.database.repository(BillingRunRow).update({ id: runId }, { state: 'DISCARDED' });
      const subject = `billing-run:${runId}`;
      await this.audit.record({ collectiviteId, accountId, action: 'billing-run.discarded', subject });
    });
  }
}
