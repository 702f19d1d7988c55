import { Controller, Get, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { FindCredit, type ShownMovement } from '../actions/refunds/find-credit.js';
import { creditMovementKind, creditMovementLabel } from '../rules/credit-movement.js';
import { CreditMovementDto, FamilyCreditDto } from './family-credit.dto.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/credit')
export class FamilyCreditController {
  constructor(private readonly findCredit: FindCredit) {}

  /** Lire l’avoir de la famille */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  read(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<FamilyCreditDto> {
    return this.findCredit.of(collectiviteId, familyId);
  }

  /** Lister les mouvements de l’avoir de la famille, le dernier d’abord */
  @Get('movements')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @ApiPage(CreditMovementDto)
  async movements(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<CreditMovementDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const rows = await this.findCredit.movements(collectiviteId, familyId, { limit, ...after });
    return pageOf(rows, limit, movementView);
  }
}

function movementView({ id, date, source, label, cents, paymentId }: ShownMovement): CreditMovementDto {
  const kind = creditMovementKind(source.kind);
  const creditNoteId = kind === 'credit-note' ? source.id : null;
  return { id, date, kind, kindLabel: creditMovementLabel(kind), label, cents, paymentId, creditNoteId };
}
