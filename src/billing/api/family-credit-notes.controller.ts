import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindCreditNotes } from '../actions/credit-notes/find-credit-notes.js';
import { creditNoteDetailsView, creditNoteView } from './credit-note-view.js';
import { CreditNoteDetailsDto, CreditNoteDto } from './credit-notes.dto.js';
import { InvoiceDownload } from './invoice-download.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/credit-notes')
export class FamilyCreditNotesController {
  constructor(
    private readonly findCreditNotes: FindCreditNotes,
    private readonly download: InvoiceDownload,
  ) {}

  /** Lister les avoirs de la famille, le dernier d’abord */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  @ApiPage(CreditNoteDto)
  async list(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PageQuery,
  ): Promise<Page<CreditNoteDto>> {
    const limit = limitOf(query);
    const from = { after: query.after ?? 0, take: limit + 1 };
    return pageOf(await this.findCreditNotes.list(collectiviteId, { familyId }, from), limit, creditNoteView);
  }

  /** Lire un avoir : quelle facture, quels jours, pourquoi, et ce qu’il devient */
  @Get(':creditNoteId')
  @ForFamily('agent', 'regisseur', 'administrateur')
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('creditNoteId', IdPipe) creditNoteId: number,
  ): Promise<CreditNoteDetailsDto> {
    return creditNoteDetailsView(await this.findCreditNotes.one(collectiviteId, creditNoteId, familyId));
  }

  /** Télécharger un avoir (PDF) */
  @Get(':creditNoteId/pdf')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('creditNoteId', IdPipe) creditNoteId: number,
  ): Promise<StreamableFile> {
    return this.download.ofCreditNote(await this.findCreditNotes.one(collectiviteId, creditNoteId, familyId));
  }
}
