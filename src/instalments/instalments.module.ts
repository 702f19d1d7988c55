import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { LedgerModule } from '../ledger/index.js';
import { AgreePlan } from './actions/agree-plan.js';
import { DueUnderPlans } from './actions/due-under-plans.js';
import { EndPlan } from './actions/end-plan.js';
import { FindPlans } from './actions/find-plans.js';
import { MailPlan } from './actions/mail-plan.js';
import { PlanSettingsOf } from './actions/plan-settings.js';
import { WatchPlans } from './actions/watch-plans.js';
import { FamilyPlansController } from './api/family-plans.controller.js';
import { PaymentPlansController } from './api/payment-plans.controller.js';
import { PlanBook } from './data/plan-book.js';
import { WatchPlansTask } from './tasks/watch-plans.task.js';

const OFFERED = [DueUnderPlans, FindPlans, WatchPlans];

@Module({
  imports: [CollectivitesModule, FamiliesModule, LedgerModule],
  controllers: [PaymentPlansController, FamilyPlansController],
  providers: [...OFFERED, AgreePlan, EndPlan, MailPlan, PlanBook, PlanSettingsOf, WatchPlansTask],
  exports: OFFERED,
})
export class InstalmentsModule {}
