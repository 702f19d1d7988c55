import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ApplyCredit } from '../actions/invoices/apply-credit.js';
import { FindCreditNotes } from '../actions/credit-notes/find-credit-notes.js';
import { FindCreditable } from '../actions/credit-notes/find-creditable.js';
import { FindInvoices } from '../actions/invoices/find-invoices.js';
import { MakeCreditNote } from '../actions/credit-notes/make-credit-note.js';
import { billingProblems } from '../problems.js';
import { creditableView, creditNoteDetailsView, creditNoteView } from './credit-note-view.js';
import {
  AppliedCreditDto,
  CreditableLineDto,
  CreditNoteDetailsDto,
  CreditNoteDto,
  CreditNotesQuery,
  MakeCreditNoteDto,
} from './credit-notes.dto.js';
import { InvoiceDownload } from './invoice-download.js';

@AdministrationApi('Facturation')
@Controller('collectivites/:collectiviteId')
export class CreditNotesController {
  constructor(
    private readonly applyCredit: ApplyCredit,
    private readonly makeCreditNote: MakeCreditNote,
    private readonly findCreditNotes: FindCreditNotes,
    private readonly findCreditable: FindCreditable,
    private readonly findInvoices: FindInvoices,
    private readonly download: InvoiceDownload,
  ) {}

  /** Lister les lignes d’une facture émise, avec ce que des avoirs en ont déjà repris */
  @Get('invoices/:invoiceId/charges')
  @Allowed('agent', 'regisseur', 'administrateur')
  async charges(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<CreditableLineDto[]> {
    const { invoice } = await this.findInvoices.one(collectiviteId, invoiceId);
    return (await this.findCreditable.ofInvoice(collectiviteId, invoice.id)).map(creditableView);
  }

  /**
   * Établir un avoir sur une facture émise, entière ou par lignes
   *
   * La facture n’est pas modifiée. Ce qui restait à payer est diminué ; ce qui était payé reste au crédit de la famille.
   * L’avoir reçoit son numéro, est comptabilisé et annoncé à la famille.
   */
  @Post('invoices/:invoiceId/credit-notes')
  @Idempotent()
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(billingProblems.CREDIT_EXCEEDS_INVOICE, billingProblems.NOTHING_TO_CREDIT)
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
    @Body() body: MakeCreditNoteDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<CreditNoteDetailsDto> {
    const { reason, reasonText = null, lines = 'WHOLE' } = body;
    return creditNoteDetailsView(
      await this.makeCreditNote.run({ collectiviteId, invoiceId, lines, reason, reasonText, accountId }),
    );
  }

  /**
   * Employer le crédit d’une famille pour ce qu’elle doit à la régie
   *
   * La facture la plus ancienne d’abord, aussi loin que va le crédit. Une nouvelle facture l’emploie d’elle-même : ceci
   * est pour celles qui sont déjà émises.
   */
  @Post('families/:familyId/credit-uses')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(billingProblems.NO_CREDIT_TO_USE)
  async apply(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('familyId', IdPipe) familyId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AppliedCreditDto> {
    const { usedCents, leftCents, invoices } = await this.applyCredit.run(collectiviteId, familyId, accountId);
    return { usedCents, leftCents, invoices: [...invoices] };
  }

  /** Lister les avoirs, le dernier d’abord */
  @Get('credit-notes')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(CreditNoteDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CreditNotesQuery,
  ): Promise<Page<CreditNoteDto>> {
    const limit = limitOf(query);
    const { familyId, invoiceId } = query;
    const filter = {
      ...(familyId === undefined ? {} : { familyId }),
      ...(invoiceId === undefined ? {} : { invoiceId }),
    };
    const from = { after: query.after ?? 0, take: limit + 1 };
    return pageOf(await this.findCreditNotes.list(collectiviteId, filter, from), limit, creditNoteView);
  }

  /** Lire un avoir, avec ses lignes */
  @Get('credit-notes/:creditNoteId')
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('creditNoteId', IdPipe) creditNoteId: number,
  ): Promise<CreditNoteDetailsDto> {
    return creditNoteDetailsView(await this.findCreditNotes.one(collectiviteId, creditNoteId));
  }

  /** Télécharger un avoir (PDF) */
  @Get('credit-notes/:creditNoteId/pdf')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('creditNoteId', IdPipe) creditNoteId: number,
  ): Promise<StreamableFile> {
    return this.download.ofCreditNote(await this.findCreditNotes.one(collectiviteId, creditNoteId));
  }
}
