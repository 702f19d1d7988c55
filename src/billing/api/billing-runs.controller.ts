import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, PageQuery, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { periodOf } from '../../platform/http/period-query.js';
import { ComputeRun } from '../actions/runs/compute-run.js';
import { DiscardRun } from '../actions/runs/discard-run.js';
import { IssueRun } from '../actions/runs/issue-run.js';
import { ReadRuns } from '../actions/runs/read-runs.js';
import { SetDraftAside } from '../actions/runs/set-draft-aside.js';
import { ShowDraft } from '../actions/runs/show-draft.js';
import { StartRun } from '../actions/runs/start-run.js';
import { billingProblems } from '../problems.js';
import {
  AnomaliesQuery,
  AnomalyDto,
  IssueQuery,
  RunCreditNoteDto,
  RunDetailsDto,
  RunDto,
  RunInvoiceDto,
  SetAsideDto,
  StartRunDto,
} from './billing-runs.dto.js';
import { anomalyView, runCreditNoteView, runDetailsView, runInvoiceView, runView } from './billing-run-view.js';
import { childrenView } from './invoice-view.js';
import { CheckedInvoiceDto } from './invoices.dto.js';

@AdministrationApi('Facturation')
@Controller('collectivites/:collectiviteId/billing-runs')
export class BillingRunsController {
  constructor(
    private readonly startRun: StartRun,
    private readonly computeRun: ComputeRun,
    private readonly discardRun: DiscardRun,
    private readonly issueRun: IssueRun,
    private readonly readRuns: ReadRuns,
    private readonly showDraft: ShowDraft,
    private readonly setDraftAside: SetDraftAside,
  ) {}

  /**
   * Ouvrir une campagne de facturation et calculer ses brouillons
   *
   * Ce qui a été réservé et les présences de ces jours deviennent un brouillon de facture par famille payeuse. Rien
   * n’est envoyé. Une seconde demande est refusée, avec l’identifiant de la campagne qui a ces jours : aucune clé n’est
   * nécessaire.
   */
  @Post()
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(
    billingProblems.PERIOD_NOT_OVER,
    billingProblems.PERIOD_ALREADY_BILLED,
    billingProblems.PERIOD_NOT_BILLED,
  )
  async start(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: StartRunDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RunDetailsDto> {
    const runId = await this.startRun.run(collectiviteId, periodOf(body), caller.accountId, body.kind);
    await this.computeRun.run(collectiviteId, runId);
    return this.details(collectiviteId, runId);
  }

  /** Lister les campagnes de facturation, la dernière d’abord */
  @Get()
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(RunDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<RunDto>> {
    const limit = limitOf(query);
    return pageOf(await this.readRuns.list(collectiviteId, from(query)), limit, runView);
  }

  /** Lire une campagne de facturation : ses totaux, et ce qu’il faut vérifier avant l’émission */
  @Get(':runId')
  @Allowed('agent', 'regisseur', 'administrateur')
  read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
  ): Promise<RunDetailsDto> {
    return this.details(collectiviteId, runId);
  }

  /** Lister les anomalies d’une campagne, enfant par enfant, par sorte ou par famille */
  @Get(':runId/anomalies')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(AnomalyDto)
  async anomalies(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Query() query: AnomaliesQuery,
  ): Promise<Page<AnomalyDto>> {
    const { kind, familyId } = query;
    const filter = { ...(kind === undefined ? {} : { kind }), ...(familyId === undefined ? {} : { familyId }) };
    const rows = await this.readRuns.anomalies(collectiviteId, runId, filter, from(query));
    const page = pageOf(
      rows.map((row) => ({ id: row.anomaly.id, row })),
      limitOf(query),
      ({ row }) => anomalyView(row),
    );
    return page;
  }

  /** Lister les factures d’une campagne, en brouillon ou émises */
  @Get(':runId/invoices')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(RunInvoiceDto)
  async invoices(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Query() query: PageQuery,
  ): Promise<Page<RunInvoiceDto>> {
    const rows = await this.readRuns.invoices(collectiviteId, runId, from(query));
    return pageOf(
      rows.map((row) => ({ id: row.invoice.id, row })),
      limitOf(query),
      ({ row }) => runInvoiceView(row),
    );
  }

  /** Lister les avoirs qu’une campagne établit sur des factures précédentes, en brouillon ou émis */
  @Get(':runId/credit-notes')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(RunCreditNoteDto)
  async creditNotes(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Query() query: PageQuery,
  ): Promise<Page<RunCreditNoteDto>> {
    const rows = await this.readRuns.creditNotes(collectiviteId, runId, from(query));
    return pageOf(
      rows.map((row) => ({ id: row.note.id, row })),
      limitOf(query),
      ({ row }) => runCreditNoteView(row),
    );
  }

  /** Lire les lignes d’une facture de la campagne, telles que la famille les lira */
  @Get(':runId/invoices/:invoiceId')
  @Allowed('agent', 'regisseur', 'administrateur')
  async invoice(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
  ): Promise<CheckedInvoiceDto> {
    const { invoice, children } = await this.showDraft.run(collectiviteId, runId, invoiceId);
    const { state, familyId, totalCents } = invoice;
    return { invoiceId, state, familyId, totalCents, children: childrenView(children) };
  }

  /**
   * Mettre de côté le brouillon d’une famille
   *
   * Il ne sera pas émis avec les autres, même recalculé, et ne prend pas de numéro. Une régularisation de ces jours pourra
   * le facturer.
   */
  @Put(':runId/invoices/:invoiceId/setting-aside')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(billingProblems.RUN_NOT_DRAFT)
  async setAside(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
    @Body() { reason }: SetAsideDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<RunDetailsDto> {
    await this.setDraftAside.run(collectiviteId, runId, { invoiceId, reason }, accountId);
    return this.details(collectiviteId, runId);
  }

  /** Reprendre dans la campagne un brouillon mis de côté */
  @Delete(':runId/invoices/:invoiceId/setting-aside')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(billingProblems.RUN_NOT_DRAFT)
  async takeBack(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Param('invoiceId', IdPipe) invoiceId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<RunDetailsDto> {
    await this.setDraftAside.run(collectiviteId, runId, { invoiceId, reason: null }, accountId);
    return this.details(collectiviteId, runId);
  }

  /** Recalculer les brouillons d’une campagne, d’après ce qui est connu maintenant */
  @Post(':runId/computations')
  @HttpCode(200)
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(
    billingProblems.RUN_NOT_DRAFT,
    billingProblems.RUN_COMPUTED_ELSEWHERE,
    billingProblems.PERIOD_ALREADY_BILLED,
  )
  async compute(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
  ): Promise<RunDetailsDto> {
    await this.computeRun.run(collectiviteId, runId);
    return this.details(collectiviteId, runId);
  }

  /**
   * Abandonner une campagne en brouillon
   *
   * Ses jours peuvent être facturés par une autre.
   */
  @Post(':runId/discarding')
  @HttpCode(200)
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(billingProblems.RUN_NOT_DRAFT, billingProblems.RUN_COMPUTED_ELSEWHERE)
  async discard(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<RunDetailsDto> {
    await this.discardRun.run(collectiviteId, runId, caller.accountId);
    return this.details(collectiviteId, runId);
  }

  /**
   * Émettre les factures d’une campagne
   *
   * Chacune reçoit son numéro, est figée, comptabilisée et annoncée à la famille. Une nouvelle demande est sans effet
   * sur une campagne émise, et termine celle qui a été interrompue : aucune clé n’est nécessaire.
   */
  @Post(':runId/issuances')
  @HttpCode(200)
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(
    billingProblems.RUN_NOT_DRAFT,
    billingProblems.RUN_NOT_COMPUTED,
    billingProblems.RUN_OUTDATED,
    billingProblems.TARIFF_MISSING,
  )
  async issue(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Query() { everything }: IssueQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<RunDetailsDto> {
    await this.issueRun.run(collectiviteId, runId, caller.accountId, everything === 'true');
    return this.details(collectiviteId, runId);
  }

  private async details(collectiviteId: number, runId: number): Promise<RunDetailsDto> {
    return runDetailsView(await this.readRuns.one(collectiviteId, runId));
  }
}

function from(query: PageQuery): { after: number; take: number } {
  return { after: query.after ?? 0, take: limitOf(query) + 1 };
}
