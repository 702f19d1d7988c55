import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { ChartOfAccounts } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import type { PaymentPlanRow } from '../data/payment-plan.entity.js';
import { daysLate } from '../rules/progress.js';
import { EndPlan } from './end-plan.js';
import { FindPlans } from './find-plans.js';
import { MailPlan } from './mail-plan.js';
import { PlanSettingsOf } from './plan-settings.js';

const AT_ONCE = 100;

export type Watched = 'TOLD' | 'ENDED' | 'FINE';

/** Tells of instalments that were missed, each once, and ends plans where the collectivité said when. */
@Injectable()
export class WatchPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly accounts: ChartOfAccounts,
    private readonly findPlans: FindPlans,
    private readonly settingsOf: PlanSettingsOf,
    private readonly endPlan: EndPlan,
    private readonly mailPlan: MailPlan,
  ) {}

  all(): Promise<Watched[]> {
    return eachInTurn(this.unpaid(), (plan) => this.one(plan));
  }

  private one({ id, collectiviteId, familyId }: PaymentPlanRow): Promise<Watched> {
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const { state, progress, instalments } = await this.findPlans.one(collectiviteId, id);
      if (state !== 'LATE') return 'FINE';
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, this.clock.now());
      const { tellAfterDays, endAfterDays } = await this.settingsOf.read(collectiviteId);
      const late = daysLate(progress, today);
      if (endAfterDays !== null && late >= endAfterDays) {
        await this.endPlan.run({ collectiviteId, planId: id, why: 'MISSED', reason: null, endedBy: null });
        return 'ENDED';
      }
      const missed = instalments.filter(
        ({ missTold, dueOn }, index) =>
          missTold === null &&
          progress.instalments[index]!.state === 'LATE' &&
          dueOn.until(today, { largestUnit: 'days' }).days >= tellAfterDays,
      );
      if (missed.length === 0) return 'FINE';
      for (const { id: instalmentId } of missed) {
        await this.database.change(
          'UPDATE payment_plan_instalments SET miss_told = ? WHERE id = ? AND miss_told IS NULL',
          [this.clock.now().epochMilliseconds, instalmentId],
        );
      }
      await this.mailPlan.missed(collectiviteId, id, missed.at(-1)!.position);
      return 'TOLD';
    });
  }

  private async *unpaid(): AsyncGenerator<PaymentPlanRow> {
    for (let some = await this.findPlans.unpaid(0, AT_ONCE); some.length > 0;) {
      yield* some;
      some = await this.findPlans.unpaid(some.at(-1)!.id, AT_ONCE);
    }
  }
}
