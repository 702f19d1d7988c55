import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ALL_OF_AN_INVOICE, FindCreditNotes } from '../actions/credit-notes/find-credit-notes.js';
import { FindInvoices } from '../actions/invoices/find-invoices.js';
import { InvoiceDownload } from './invoice-download.js';
import { invoiceDetailsView, invoicesPage } from './invoice-view.js';
import { InvoiceDetailsDto, InvoiceDto, InvoiceStateQuery } from './invoices.dto.js';

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
  @ApiPage(InvoiceDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() { state, after = 0, ...query }: InvoiceStateQuery,
  ): Promise<Page<InvoiceDto>> {
    const limit = limitOf(query);
    const filter = { familyId, ...(state ? { settled: state === 'settled' } : {}) };
    const found = await this.findInvoices.list(collectiviteId, filter, after, limit + 1);
    return invoicesPage(found, limit);
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
