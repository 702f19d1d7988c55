import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ALL_OF_AN_INVOICE, FindCreditNotes } from '../actions/credit-notes/find-credit-notes.js';
import { FindInvoices } from '../actions/invoices/find-invoices.js';
import { InvoiceDownload } from './invoice-download.js';
import { invoiceDetailsView, invoicesPage } from './invoice-view.js';
import { InvoiceDetailsDto, InvoiceDto, InvoicesQuery } from './invoices.dto.js';

@AdministrationApi('Facturation')
@Controller('collectivites/:collectiviteId/invoices')
export class InvoicesController {
  constructor(
    private readonly findInvoices: FindInvoices,
    private readonly findCreditNotes: FindCreditNotes,
    private readonly download: InvoiceDownload,
  ) {}

  /** Lister les factures émises, la dernière d’abord */
  @Get()
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(InvoiceDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: InvoicesQuery,
  ): Promise<Page<InvoiceDto>> {
    const { state, familyId, runId, issuedFrom, issuedTo } = query;
    const filter = {
      ...(state ? { settled: state === 'settled' } : {}),
      ...(familyId === undefined ? {} : { familyId }),
      ...(runId === undefined ? {} : { runId }),
      ...(issuedFrom ? { issuedFrom } : {}),
      ...(issuedTo ? { issuedTo } : {}),
    };
    const limit = limitOf(query);
    const found = await this.findInvoices.list(collectiviteId, filter, query.after ?? 0, limit + 1);
    return invoicesPage(found, limit);
  }

  /** Lire une facture émise, avec ses lignes et leurs explications */
  @Get(':invoiceId')
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<InvoiceDetailsDto> {
    const found = await this.findInvoices.one(collectiviteId, invoiceId);
    return invoiceDetailsView(found, await this.findCreditNotes.list(collectiviteId, { invoiceId }, ALL_OF_AN_INVOICE));
  }

  /** Télécharger une facture émise (PDF) */
  @Get(':invoiceId/pdf')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<StreamableFile> {
    const { invoice } = await this.findInvoices.one(collectiviteId, invoiceId);
    return this.download.of(invoice);
  }
}
