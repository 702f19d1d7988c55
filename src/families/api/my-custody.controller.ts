import { Controller, Get, Query } from '@nestjs/common';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { PeriodQuery, periodOf } from '../../platform/http/period-query.js';
import { ListCustodyDays } from '../actions/custody/list-custody-days.js';
import type { FamilyAccess } from './family.guard.js';
import { CurrentFamily, ForFamily } from './for-family.js';
import { CustodyDaysDto } from './my-custody.dto.js';

@FamilyApi('Mon foyer')
@Controller('families/:familyId/custody-days')
export class MyCustodyController {
  constructor(private readonly listCustodyDays: ListCustodyDays) {}

  /**
   * Lister les jours où mon foyer a chacun de ses enfants
   *
   * Échanges de jours confirmés compris. De l’autre foyer, rien n’est dit.
   */
  @Get()
  @ForFamily()
  async list(@CurrentFamily() family: FamilyAccess, @Query() query: PeriodQuery): Promise<CustodyDaysDto[]> {
    const children = await this.listCustodyDays.run(family, periodOf(query));
    return children.map(({ days, ...child }) => ({ ...child, days: [...days] }));
  }
}
