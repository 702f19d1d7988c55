import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ALL_OF_AN_INVOICE, FindCreditNotes } from '../actions/credit-notes/find-credit-notes.js';
import { FindInvoices } from '../actions/invoices/find-invoices.js';
import { InvoiceDownload } from './invoice-download.js';
import { invoiceDetailsView, invoiceView } from './invoice-view.js';
import { InvoiceDetailsDto, InvoiceDto, InvoiceStateQuery } from './invoices.dto.js';

/** More than a family gets in the years that its children go to school. */
const ALL_OF_A_FAMILY = 1000;

@FamilyApi('Mes factures')
@Controller('families/:familyId/invoices')
export class FamilyInvoicesController {
  constructor(
    private readonly findInvoices: FindInvoices,
    private readonly findCreditNotes: FindCreditNotes,
    private readonly download: InvoiceDownload,
  ) {}

  /** Lister les factures de la famille, en attente ou réglées, la dernière d’abord */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() { state }: InvoiceStateQuery,
  ): Promise<InvoiceDto[]> {
    const filter = { familyId, ...(state ? { settled: state === 'settled' } : {}) };
    const found = await this.findInvoices.list(collectiviteId, filter, 0, ALL_OF_A_FAMILY);
    return found.map(invoiceView);
  }

  /** Lire une facture : jour par jour, le pourquoi de chaque prix */
  @Get(':invoiceId')
  @ForFamily('agent', 'regisseur', 'administrateur')
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<InvoiceDetailsDto> {
    const found = await this.findInvoices.one(collectiviteId, invoiceId, familyId);
    return invoiceDetailsView(found, await this.findCreditNotes.list(collectiviteId, { invoiceId }, ALL_OF_AN_INVOICE));
  }

  /** Télécharger une facture (PDF) */
  @Get(':invoiceId/pdf')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<StreamableFile> {
    const { invoice } = await this.findInvoices.one(collectiviteId, invoiceId, familyId);
    return this.download.of(invoice);
  }
}
