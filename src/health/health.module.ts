import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { DemandesModule } from '../demandes/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { CareFiles } from './actions/care-files.js';
import { DecideCarePlan } from './actions/decide-care-plan.js';
import { FindCarePlans } from './actions/find-care-plans.js';
import { MailCarePlan } from './actions/mail-care-plan.js';
import { ReadCareFile } from './actions/read-care-file.js';
import { SendCarePlan } from './actions/send-care-plan.js';
import { WatchCarePlans } from './actions/watch-care-plans.js';
import { CarePlansController } from './api/care-plans.controller.js';
import { FamilyCarePlansController } from './api/family-care-plans.controller.js';
import { WatchCarePlansTask } from './tasks/watch-care-plans.task.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule, DemandesModule],
  controllers: [FamilyCarePlansController, CarePlansController],
  providers: [
    CareFiles,
    DecideCarePlan,
    FindCarePlans,
    MailCarePlan,
    ReadCareFile,
    SendCarePlan,
    WatchCarePlans,
    WatchCarePlansTask,
  ],
})
export class HealthModule {}
