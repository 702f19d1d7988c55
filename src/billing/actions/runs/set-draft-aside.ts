import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { BillingSetAsideRow } from '../../data/billing-set-aside.entity.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { Runs } from './runs.js';

/** A family's draft is not issued with its run; or it is again. Computing the run anew changes nothing of it. */
@Injectable()
export class SetDraftAside {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly runs: Runs,
  ) {}

  /** `reason` null takes the draft back into the run. Throws NOT_FOUND, RUN_NOT_DRAFT. */
  run(
    collectiviteId: number,
    runId: number,
    { invoiceId, reason }: { readonly invoiceId: number; readonly reason: string | null },
    accountId: number,
  ): Promise<void> {
    return this.database.unit(async () => {
      const run = await this.runs.hold(collectiviteId, runId);
      this.runs.requireDraft(run);
      const where = { id: invoiceId, collectiviteId, billingRunId: runId };
      const invoice = await this.database.repository(InvoiceRow).findOneBy(where);
      if (!invoice) throw httpProblems.NOT_FOUND('Cette facture n’existe pas, ou vous n’y avez pas accès.');
      const { familyId } = invoice;
      await this.database.repository(BillingSetAsideRow).delete({ billingRunId: runId, familyId });
      if (reason !== null)
        await this.database.insert(BillingSetAsideRow, {
          ...{ collectiviteId, billingRunId: runId, familyId, reason },
          ...{ setBy: accountId, setAt: this.clock.now() },
        });
      const action = reason === null ? 'billing-run.draft-taken-back' : 'billing-run.draft-set-aside';
      const subject = `billing-run:${runId}`;
      await this.audit.record({ collectiviteId, accountId, action, subject, detail: { familyId } });
    });
  }
}
