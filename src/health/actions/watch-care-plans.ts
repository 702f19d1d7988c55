import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { ChangeChild } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import { CarePlanRow } from '../data/care-plan.entity.js';
import { isEnding, isOver, TOLD_BEFORE } from '../rules/care-plan.js';
import { CareFiles } from './care-files.js';
import { MailCarePlan } from './mail-care-plan.js';

const BATCH = 100;

/** Tells that a PAI ends, once; when it is over, its papers are erased and the child is known to have none any more. */
@Injectable()
export class WatchCarePlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly changeChild: ChangeChild,
    private readonly careFiles: CareFiles,
    private readonly mail: MailCarePlan,
  ) {}

  /** Of every collectivité; answers how many were told or ended. One that fails does not keep the others. */
  async run(): Promise<number> {
    const done = await eachInTurn(this.soon(), (plan) => this.database.unit(() => this.watch(plan)));
    return done.filter(Boolean).length;
  }

  private async *soon(): AsyncGenerator<CarePlanRow> {
    // A day of margin for the collectivités whose clock is ahead of UTC.
    const until = this.clock.now().toZonedDateTimeISO('UTC').toPlainDate().add(TOLD_BEFORE).add({ days: 1 });
    for (let after = 0; ;) {
      const plans = await this.database.read(() =>
        this.database.repository(CarePlanRow).find({
          where: { state: 'IN_FORCE', validUntil: LessThanOrEqual(until), id: MoreThan(after) },
          order: { id: 'ASC' },
          take: BATCH,
        }),
      );
      yield* plans;
      if (plans.length < BATCH) return;
      after = plans.at(-1)!.id;
    }
  }

  private async watch(plan: CarePlanRow): Promise<boolean> {
    const { timeZone } = await this.findCollectivite.run(plan.collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    if (isOver(plan.validUntil!, today)) return this.end(plan);
    return isEnding(plan.validUntil!, today) && plan.remindedAt === null && this.tell(plan, this.clock.now());
  }

  private async tell(plan: CarePlanRow, now: Temporal.Instant): Promise<boolean> {
    const { affected } = await this.database
      .repository(CarePlanRow)
      .update(
        { collectiviteId: plan.collectiviteId, id: plan.id, state: 'IN_FORCE', remindedAt: IsNull() },
        { remindedAt: now },
      );
    if (affected !== 1) return false;
    await this.mail.ending(plan);
    return true;
  }

  private async end({ collectiviteId, id, childId }: CarePlanRow): Promise<boolean> {
    const { affected } = await this.database
      .repository(CarePlanRow)
      .update({ collectiviteId, id, state: 'IN_FORCE' }, { state: 'ENDED', inForce: null });
    if (affected !== 1) return false;
    await this.changeChild.run(collectiviteId, childId, { hasPai: false }, null);
    await this.careFiles.erase(collectiviteId, id);
    const [subject, detail] = [`child:${childId}`, { carePlanId: id }];
    await this.audit.record({ collectiviteId, accountId: null, action: 'child.care-plan-ended', subject, detail });
    return true;
  }
}
