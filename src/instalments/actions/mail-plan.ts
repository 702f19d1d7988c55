import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../families/index.js';
import type { MailContent } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { FindPlans, type ShownPlan } from './find-plans.js';
import { agreedMail, endedMail, missedMail, missedNotice, type PlanReader } from './plan-mails.js';

/** What a family is told of its plan, in the unit that makes it true. */
@Injectable()
export class MailPlan {
  constructor(
    private readonly findPlans: FindPlans,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly mails: MailQueue,
  ) {}

  agreed(collectiviteId: number, planId: number): Promise<void> {
    return this.toFamily(collectiviteId, planId, 'agreed', agreedMail);
  }

  ended(collectiviteId: number, planId: number): Promise<void> {
    return this.toFamily(collectiviteId, planId, 'ended', endedMail);
  }

  /** The family, and the mairie. */
  async missed(collectiviteId: number, planId: number, position: number): Promise<void> {
    await this.toFamily(collectiviteId, planId, `missed:${position}`, missedMail);
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const plan = await this.findPlans.one(collectiviteId, planId);
    const family = (await this.findFamilies.run(collectiviteId, [plan.plan.familyId])).get(plan.plan.familyId)!;
    await this.mails.send({
      collectiviteId,
      to: { name: collectivite.name, address: collectivite.email },
      fromName: collectivite.name,
      content: missedNotice(plan, family.name, collectivite),
      key: `payment-plan:${planId}:missed:${position}:mairie`,
    });
  }

  private async toFamily(
    collectiviteId: number,
    planId: number,
    what: string,
    mail: (plan: ShownPlan, reader: PlanReader, collectivite: CollectiviteRow) => MailContent,
  ): Promise<void> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const plan = await this.findPlans.one(collectiviteId, planId);
    const family = (await this.findFamilies.run(collectiviteId, [plan.plan.familyId])).get(plan.plan.familyId)!;
    for (const [rank, to] of mailAddressesOf(family).entries()) {
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: mail(plan, { name: to.name }, collectivite),
        key: `payment-plan:${planId}:${what}:${rank}`,
      });
    }
  }
}
