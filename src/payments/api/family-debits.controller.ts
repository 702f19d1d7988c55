import { Controller, Get, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { FindDebitRuns } from '../actions/debits/find-debit-runs.js';
import { FamilyDebitDto, familyDebitDto } from './debit-runs.dto.js';

@FamilyApi('Mon prélèvement')
@Controller('families/:familyId/debits')
export class FamilyDebitsController {
  constructor(private readonly findRuns: FindDebitRuns) {}

  /** Lister les prélèvements de la famille, à venir et passés, le dernier d’abord */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  @ApiPage(FamilyDebitDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<FamilyDebitDto>> {
    const limit = limitOf(query);
    const rows = await this.findRuns.ofFamily(collectiviteId, familyId, { limit, after: query.after });
    return pageOf(rows, limit, familyDebitDto);
  }
}
