import { Controller, Get } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { FindPlans } from '../actions/find-plans.js';
import { PlanDto } from './payment-plans.dto.js';
import { planView } from './plan-view.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/payment-plans')
export class FamilyPlansController {
  constructor(private readonly findPlans: FindPlans) {}

  /** Voir ses paiements en plusieurs fois : les dates, ce qui est payé, ce qui reste */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<PlanDto[]> {
    return (await this.findPlans.ofFamily(collectiviteId, familyId)).map(planView);
  }
}
