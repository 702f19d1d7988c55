import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindOnlinePayments } from '../actions/online/find-online-payments.js';
import { QueryOnlinePayment } from '../actions/online/query-online-payment.js';
import { onlinePaymentView } from './online-payment-view.js';
import { OnlinePaymentDto, OnlinePaymentsQuery } from './online-payments.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId/online-payments')
export class OnlinePaymentsController {
  constructor(
    private readonly findPayments: FindOnlinePayments,
    private readonly queryPayment: QueryOnlinePayment,
  ) {}

  /** Lister les paiements en ligne, le dernier d’abord, pour les rapprocher du relevé de PayFiP */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(OnlinePaymentDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: OnlinePaymentsQuery,
  ): Promise<Page<OnlinePaymentDto>> {
    const { state, familyId, after } = query;
    const filter = { ...(state ? { state } : {}), ...(familyId === undefined ? {} : { familyId }) };
    const limit = limitOf(query);
    const found = await this.findPayments.list(collectiviteId, filter, { limit, ...(after ? { after } : {}) });
    return pageOf(
      found.map((one) => ({ id: one.attempt.id, one })),
      limit,
      ({ one }) => onlinePaymentView(one),
    );
  }

  /** Lire un paiement en ligne */
  @Get(':onlinePaymentId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('onlinePaymentId', IdPipe) onlinePaymentId: number,
  ): Promise<OnlinePaymentDto> {
    return onlinePaymentView(await this.findPayments.one(collectiviteId, onlinePaymentId));
  }

  /**
   * Interroger PayFiP sur un paiement en ligne
   *
   * Un paiement que PayFiP confirme est enregistré, même longtemps après ; rien ne défait un paiement enregistré.
   */
  @Post(':onlinePaymentId/queries')
  @HttpCode(200)
  @Allowed('regisseur')
  async query(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('onlinePaymentId', IdPipe) onlinePaymentId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<OnlinePaymentDto> {
    return onlinePaymentView(await this.queryPayment.run(collectiviteId, onlinePaymentId, accountId));
  }
}
