import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { ChangeChild } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { CarePlanRow } from '../data/care-plan.entity.js';
import { healthProblems } from '../problems.js';
import { isOver } from '../rules/care-plan.js';
import { CareFiles } from './care-files.js';
import { MailCarePlan } from './mail-care-plan.js';

/** The mairie has read a PAI: it holds until a day, or is refused. */
@Injectable()
export class DecideCarePlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly changeChild: ChangeChild,
    private readonly careFiles: CareFiles,
    private readonly mail: MailCarePlan,
  ) {}

  /**
   * The child is known to have a PAI from now on; the papers of the one before are erased. Throws NOT_FOUND,
   * CARE_PLAN_ALREADY_DECIDED, INVALID_REQUEST where it would be over already.
   */
  async accept(collectiviteId: number, planId: number, until: Temporal.PlainDate, accountId: number): Promise<void> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    if (isOver(until, dateIn(timeZone, this.clock.now())))
      throw invalidRequest([{ field: 'validUntil', message: 'ce jour est déjà passé.' }]);
    await this.database.unit(async () => {
      const plan = await this.one(collectiviteId, planId);
      // Changes to the children of a collectivité happen in turn: so do two acceptances for one child.
      await this.changeChild.run(collectiviteId, plan.childId, { hasPai: true }, accountId);
      const plans = this.database.repository(CarePlanRow);
      const former = await plans.findOneBy({ collectiviteId, childId: plan.childId, state: 'IN_FORCE' });
      if (former) {
        await plans.update({ collectiviteId, id: former.id }, { state: 'REPLACED', inForce: null });
        await this.careFiles.erase(collectiviteId, former.id);
      }
      await this.decide(plan, { state: 'IN_FORCE', inForce: 1, validUntil: until }, accountId);
      await this.mail.accepted({ ...plan, validUntil: until });
    });
  }

  /** Its papers are erased. Throws NOT_FOUND, CARE_PLAN_ALREADY_DECIDED. */
  refuse(collectiviteId: number, planId: number, accountId: number): Promise<void> {
    return this.database.unit(async () => {
      const plan = await this.one(collectiviteId, planId);
      await this.decide(plan, { state: 'REFUSED' }, accountId);
      await this.careFiles.erase(collectiviteId, planId);
      await this.mail.refused(plan);
    });
  }

  private async decide(plan: CarePlanRow, to: Partial<CarePlanRow>, accountId: number): Promise<void> {
    const { collectiviteId, id, childId } = plan;
    const { affected } = await this.database
      .repository(CarePlanRow)
      .update({ collectiviteId, id, state: 'RECEIVED' }, { ...to, decidedBy: accountId, decidedAt: this.clock.now() });
    if (affected !== 1) throw healthProblems.CARE_PLAN_ALREADY_DECIDED('La mairie a déjà répondu pour ce PAI.');
    const action = to.state === 'IN_FORCE' ? 'child.care-plan-accepted' : 'child.care-plan-refused';
    const subject = `child:${childId}`;
    await this.audit.record({ collectiviteId, accountId, action, subject, detail: { carePlanId: id } });
  }

  private async one(collectiviteId: number, id: number): Promise<CarePlanRow> {
    const plan = await this.database.repository(CarePlanRow).findOneBy({ collectiviteId, id });
    if (!plan) throw httpProblems.NOT_FOUND('Ce PAI n’existe pas dans votre collectivité.');
    return plan;
  }
}
