import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindPayments } from '../actions/find-payments.js';
import { FindReversals } from '../actions/reversals/find-reversals.js';
import { PrintReceipt } from '../actions/print-receipt.js';
import { RecordPayment } from '../actions/record-payment.js';
import { paymentsProblems } from '../problems.js';
import { PaymentDto, PaymentsQuery, RecordedPaymentDto, RecordPaymentDto } from './payments.dto.js';
import { paymentView } from './payment-view.js';
import { receiptDownload } from './receipt-download.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId/payments')
export class CounterController {
  constructor(
    private readonly recordPayment: RecordPayment,
    private readonly findPayments: FindPayments,
    private readonly printReceipt: PrintReceipt,
    private readonly findReversals: FindReversals,
  ) {}

  /**
   * Enregistrer un encaissement au guichet
   *
   * Il règle des factures et reçoit sa quittance.
   */
  @Post()
  @Allowed('regisseur')
  @Idempotent()
  @ApiCreatedResponse({ type: RecordedPaymentDto })
  @ApiOkResponse({ type: RecordedPaymentDto, description: 'Le même paiement a été enregistré à l’instant : le voici.' })
  @ApiProblems(
    paymentsProblems.PAYMENT_EXCEEDS_DUE,
    paymentsProblems.PAYMENT_SHARES_DIFFER,
    paymentsProblems.PAYMENT_MEANS_REFUSED,
    paymentsProblems.PAYMENT_DATE_REFUSED,
  )
  async record(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: RecordPaymentDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedPaymentDto> {
    const { payment, alreadyRecorded } = await this.recordPayment.run({
      ...body,
      collectiviteId,
      recordedBy: caller.accountId,
    });
    if (alreadyRecorded) void reply.status(200);
    return { ...paymentView(payment, undefined), alreadyRecorded };
  }

  /** Lister les paiements d’une période, dans l’ordre d’enregistrement (journal des encaissements) */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(PaymentDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PaymentsQuery,
  ): Promise<Page<PaymentDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const rows = await this.findPayments.journal(collectiviteId, query, { limit, ...after });
    const ids = rows.map(({ id }) => id);
    const reversals = await this.findReversals.ofPayments(collectiviteId, ids);
    return pageOf(rows, limit, (row) => paymentView(row, reversals.get(row.id)));
  }

  /** Lire un paiement */
  @Get(':paymentId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('paymentId', IdPipe) paymentId: number,
  ): Promise<PaymentDto> {
    const payment = await this.findPayments.one(collectiviteId, paymentId);
    const reversals = await this.findReversals.ofPayments(collectiviteId, [paymentId]);
    return paymentView(payment, reversals.get(paymentId));
  }

  /** Imprimer la quittance (PDF) : l’original la première fois, ensuite un duplicata */
  @Get(':paymentId/receipt')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async receipt(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('paymentId', IdPipe) paymentId: number,
  ): Promise<StreamableFile> {
    const payment = await this.findPayments.one(collectiviteId, paymentId);
    return receiptDownload(await this.printReceipt.forCounter(payment));
  }
}
