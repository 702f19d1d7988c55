import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindOnlinePayments } from '../actions/online/find-online-payments.js';
import { StartOnlinePayment } from '../actions/online/start-online-payment.js';
import { FindPayfipSettings } from '../data/find-payfip-settings.js';
import { paymentsProblems } from '../problems.js';
import { familyOnlinePaymentView } from './online-payment-view.js';
import {
  FamilyOnlinePaymentDto,
  PaymentOptionsDto,
  StartedOnlinePaymentDto,
  StartOnlinePaymentDto,
} from './online-payments.dto.js';

@FamilyApi('Paiement en ligne')
@Controller('families/:familyId')
export class FamilyOnlinePaymentsController {
  constructor(
    private readonly startPayment: StartOnlinePayment,
    private readonly findPayments: FindOnlinePayments,
    private readonly findSettings: FindPayfipSettings,
  ) {}

  /** Savoir comment la famille peut payer en ligne */
  @Get('payment-options')
  @ForFamily('agent', 'regisseur', 'administrateur')
  async options(@CurrentFamily() { collectiviteId }: FamilyAccess): Promise<PaymentOptionsDto> {
    const settings = await this.findSettings.run(collectiviteId);
    const online = settings?.active ?? false;
    return { online, test: online && settings!.mode === 'T', severalInvoices: settings?.severalInvoices ?? false };
  }

  /**
   * Payer des factures en ligne
   *
   * Ouvrez ensuite `redirectUrl` : la famille y paie, puis revient. Le paiement est enregistré dès que PayFiP le confirme,
   * même si elle ne revient pas ; la quittance arrive par courriel.
   */
  @Post('online-payments')
  @ForFamily()
  @ApiCreatedResponse({ type: StartedOnlinePaymentDto })
  @ApiOkResponse({
    type: StartedOnlinePaymentDto,
    description: 'La même personne l’a commencé à l’instant : le voici.',
  })
  @ApiProblems(
    paymentsProblems.ONLINE_PAYMENT_CLOSED,
    paymentsProblems.ONLINE_PAYMENT_REFUSED,
    paymentsProblems.ONLINE_PAYMENT_UNDER_WAY,
    paymentsProblems.PAYFIP_UNAVAILABLE,
  )
  async start(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Body() { invoiceIds }: StartOnlinePaymentDto,
    @CurrentCaller() { accountId }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StartedOnlinePaymentDto> {
    const target = { kind: 'INVOICES' as const, invoiceIds };
    const started = await this.startPayment.run({ collectiviteId, familyId, accountId, target });
    if (started.alreadyStarted) void reply.status(200);
    return started;
  }

  /** Suivre un paiement en ligne */
  @Get('online-payments/:onlinePaymentId')
  @ForFamily('agent', 'regisseur', 'administrateur')
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('onlinePaymentId', IdPipe) onlinePaymentId: number,
  ): Promise<FamilyOnlinePaymentDto> {
    return familyOnlinePaymentView(await this.findPayments.one(collectiviteId, onlinePaymentId, familyId));
  }
}
