import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { ChartOfAccounts } from '../../ledger/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { PlanEnd } from '../data/payment-plan.entity.js';
import { instalmentsProblems } from '../problems.js';
import { FindPlans } from './find-plans.js';
import { MailPlan } from './mail-plan.js';

export interface PlanToEnd {
  readonly collectiviteId: number;
  readonly planId: number;
  readonly why: PlanEnd;
  /** A sentence for the family. */
  readonly reason: string | null;
  /** Null: the setting of the collectivité ends it. */
  readonly endedBy: number | null;
}

/** Ends a plan that is not paid: what is left of its invoices is due as before, and the family is told. */
@Injectable()
export class EndPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findPlans: FindPlans,
    private readonly accounts: ChartOfAccounts,
    private readonly mailPlan: MailPlan,
    private readonly audit: Audit,
  ) {}

  /** Throws NOT_FOUND or PLAN_ENDED. */
  run({ collectiviteId, planId, why, reason, endedBy }: PlanToEnd): Promise<void> {
    return this.database.unit(async () => {
      const { familyId } = (await this.findPlans.one(collectiviteId, planId)).plan;
      await this.accounts.holdFamily(collectiviteId, familyId);
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const { state } = await this.findPlans.one(collectiviteId, planId);
      if (state === 'PAID' || state === 'ENDED') {
        throw instalmentsProblems.PLAN_ENDED(
          state === 'PAID' ? 'Cet échéancier est entièrement payé.' : 'Cet échéancier a déjà pris fin.',
        );
      }
      await this.database.change(
        `UPDATE payment_plans SET ended_on = ?, ended_for = ?, ended_by = ?, end_reason = ?
         WHERE id = ? AND collectivite_id = ? AND ended_on IS NULL`,
        [dateIn(timeZone, this.clock.now()).toString(), why, endedBy, reason, planId, collectiviteId],
      );
      await this.database.change(
        'UPDATE payment_plan_invoices SET active = NULL WHERE plan_id = ? AND collectivite_id = ?',
        [planId, collectiviteId],
      );
      await this.mailPlan.ended(collectiviteId, planId);
      const subject = `payment-plan:${planId}`;
      await this.audit.record({
        collectiviteId,
        accountId: endedBy,
        action: 'payment-plan.ended',
        subject,
        detail: { why },
      });
    });
  }
}
