import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { typedAccount } from '../../mandates/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { AskForRefund } from '../actions/refunds/ask-for-refund.js';
import { FindCredit, type ShownMovement } from '../actions/refunds/find-credit.js';
import { FindRefunds } from '../actions/refunds/find-refunds.js';
import { paymentsProblems } from '../problems.js';
import { creditMovementKind, creditMovementLabel } from '../rules/credit-movement.js';
import { CreditMovementDto, FamilyCreditDto } from './family-credit.dto.js';
import { refundRequestView } from './refund-view.js';
import { RefundAccountDto, RefundRequestDto } from './refunds.dto.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/credit')
export class FamilyCreditController {
  constructor(
    private readonly findCredit: FindCredit,
    private readonly findRefunds: FindRefunds,
    private readonly ask: AskForRefund,
  ) {}

  /** Lire l’avoir de la famille */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  async read(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<FamilyCreditDto> {
    const request = await this.findRefunds.ofFamily(collectiviteId, familyId);
    return {
      ...(await this.findCredit.of(collectiviteId, familyId)),
      refundRequest: request && refundRequestView(request),
    };
  }

  /**
   * Demander le remboursement de l’avoir de la famille
   *
   * La mairie le vire sur le compte indiqué. Une nouvelle demande remplace la précédente.
   */
  @Post('refund-request')
  @ForFamily()
  @ApiProblems(paymentsProblems.REFUND_REFUSED, secretsProblems.DATA_KEY_MISSING)
  async request(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Body() body: RefundAccountDto,
    @CurrentCaller() { accountId: askedBy }: Caller,
  ): Promise<RefundRequestDto> {
    const asked = { collectiviteId, familyId, account: typedAccount(body), askedBy };
    return refundRequestView(await this.ask.run(asked));
  }

  /** Retirer la demande de remboursement : la famille garde son avoir */
  @Delete('refund-request')
  @HttpCode(204)
  @ForFamily()
  withdraw(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<void> {
    return this.ask.withdraw(collectiviteId, familyId);
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
