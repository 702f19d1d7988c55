import { Module } from '@nestjs/common';
import { FindChildren, FindChildrenOfFamily } from './actions/find-children.js';
import { FindFamilies } from './actions/find-families.js';
import { LoadCustody } from './actions/load-custody.js';
import { LoadQuotients } from './actions/load-quotients.js';
import { FamilyGuard } from './api/family.guard.js';

const OFFERED = [FindFamilies, FindChildren, FindChildrenOfFamily, LoadCustody, LoadQuotients, FamilyGuard];

@Module({
  providers: OFFERED,
  exports: OFFERED,
})
export class FamiliesModule {}
