import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindReversals } from '../actions/reversals/find-reversals.js';
import { ReversePayment } from '../actions/reversals/reverse-payment.js';
import { StoreReversal } from '../actions/reversals/store-reversal.js';
import { paymentsProblems } from '../problems.js';
import { PaperDownload } from './paper-download.js';
import { reversalView } from './reversal-view.js';
import { ReversalDto, ReversedPaymentDto, ReversePaymentDto } from './reversals.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId')
export class ReversalsController {
  constructor(
    private readonly reversePayment: ReversePayment,
    private readonly findReversals: FindReversals,
    private readonly storeReversal: StoreReversal,
    private readonly download: PaperDownload,
  ) {}

  /**
   * Annuler un paiement qui n’a pas tenu
   *
   * Chèque impayé, prélèvement rejeté, erreur : une écriture inverse, un papier numéroté, et les factures sont de nouveau
   * à payer. La quittance n’est ni modifiée ni supprimée.
   */
  @Post('payments/:paymentId/reversals')
  @Allowed('regisseur')
  @ApiCreatedResponse({ type: ReversedPaymentDto })
  @ApiOkResponse({ type: ReversedPaymentDto, description: 'Ce paiement était déjà annulé : voici l’annulation.' })
  @ApiProblems(
    paymentsProblems.PAYMENT_DATE_REFUSED,
    paymentsProblems.CREDIT_GIVEN_BACK,
    paymentsProblems.CREDIT_BEING_USED,
  )
  async reverse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('paymentId', IdPipe) paymentId: number,
    @Body() body: ReversePaymentDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReversedPaymentDto> {
    const asked = { ...body, collectiviteId, paymentId, reversedBy: caller.accountId };
    const { reversal, alreadyReversed } = await this.reversePayment.run(asked);
    if (alreadyReversed) void reply.status(200);
    return { ...reversalView(reversal), alreadyReversed };
  }

  /** Lister les annulations de paiements, la dernière d’abord */
  @Get('payment-reversals')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(ReversalDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<ReversalDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findReversals.list(collectiviteId, limit, query.after), limit, reversalView);
  }

  /** Imprimer l’annulation d’une quittance (PDF) */
  @Get('payment-reversals/:reversalId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reversalId', IdPipe) reversalId: number,
  ): Promise<StreamableFile> {
    return this.download.of(await this.storeReversal.run(await this.findReversals.one(collectiviteId, reversalId)));
  }
}
