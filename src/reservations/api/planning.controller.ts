import { Controller, Get, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ShowPlanning } from '../actions/show-planning.js';
import { PlanningDto, PlanningQuery } from './planning.dto.js';
import { limitSpan } from './span-limit.js';

@FamilyApi('Mes réservations')
@Controller('families/:familyId/planning')
export class PlanningController {
  constructor(private readonly showPlanning: ShowPlanning) {}

  /**
   * Afficher la « vue Période »
   *
   * Chaque enfant, prestation et jour d’une période, avec son état, son prix, ses places et ses délais.
   */
  @Get()
  @ForFamily('agent', 'administrateur')
  show(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Query() span: PlanningQuery,
  ): Promise<PlanningDto> {
    limitSpan(span, 62);
    return this.showPlanning.run({ ...family, accountId }, span.from, span.to);
  }
}
