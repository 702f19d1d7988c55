import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FindChildren, FindChildrenOfFamily } from './actions/find-children.js';
import { FindFamilies } from './actions/find-families.js';
import { ImportFamilies } from './actions/import-families.js';
import { LoadCustody } from './actions/load-custody.js';
import { LoadQuotients } from './actions/load-quotients.js';
import { LoadRegister } from './actions/load-register.js';
import { WriteImport } from './actions/write-import.js';
import { FamilyGuard } from './api/family.guard.js';
import { FamilyImportsController } from './api/family-imports.controller.js';
import { TakeTurn } from './data/take-turn.js';

const OFFERED = [
  FindFamilies,
  FindChildren,
  FindChildrenOfFamily,
  LoadCustody,
  LoadQuotients,
  FamilyGuard,
  ImportFamilies,
];

@Module({
  imports: [CollectivitesModule],
  controllers: [FamilyImportsController],
  providers: [...OFFERED, LoadRegister, WriteImport, TakeTurn],
  exports: OFFERED,
})
export class FamiliesModule {}
