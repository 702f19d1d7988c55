import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { CopyPersonalData } from './actions/copy-personal-data.js';
import { PersonalDataController } from './api/personal-data.controller.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule],
  controllers: [PersonalDataController],
  providers: [CopyPersonalData],
})
export class PersonalDataModule {}
