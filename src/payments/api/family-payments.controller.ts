import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindPayments } from '../actions/find-payments.js';
import { FindReversals } from '../actions/reversals/find-reversals.js';
import { PrintReceipt } from '../actions/print-receipt.js';
import { StoreReversal } from '../actions/reversals/store-reversal.js';
import { PaperDownload } from './paper-download.js';
import { PaymentDto } from './payments.dto.js';
import { paymentView } from './payment-view.js';
import { receiptDownload } from './receipt-download.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/payments')
export class FamilyPaymentsController {
  constructor(
    private readonly findPayments: FindPayments,
    private readonly printReceipt: PrintReceipt,
    private readonly findReversals: FindReversals,
    private readonly storeReversal: StoreReversal,
    private readonly download: PaperDownload,
  ) {}

  /** Lister les paiements de la famille, le dernier d’abord */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  @ApiPage(PaymentDto)
  async list(@CurrentFamily() family: FamilyAccess, @Query() query: PageQuery): Promise<Page<PaymentDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const rows = await this.findPayments.ofFamily(family.collectiviteId, family.familyId, { limit, ...after });
    const ids = rows.map(({ id }) => id);
    const reversals = await this.findReversals.ofPayments(family.collectiviteId, ids);
    return pageOf(rows, limit, (row) => paymentView(row, reversals.get(row.id)));
  }

  /** Télécharger la quittance d’un paiement (PDF) */
  @Get(':paymentId/receipt')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async receipt(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('paymentId', IdPipe) paymentId: number,
  ): Promise<StreamableFile> {
    const payment = await this.findPayments.one(collectiviteId, paymentId, familyId);
    return receiptDownload(await this.printReceipt.forFamily(payment));
  }

  /** Télécharger l’annulation d’un paiement (PDF) */
  @Get(':paymentId/reversal')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async reversal(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('paymentId', IdPipe) paymentId: number,
  ): Promise<StreamableFile> {
    const reversal = await this.findReversals.ofPayment(collectiviteId, paymentId, familyId);
    return this.download.of(await this.storeReversal.run(reversal));
  }
}
