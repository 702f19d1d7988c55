import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ApiPage, limitOf, type Page, PageQuery, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { periodOf } from '../../platform/http/period-query.js';
import { ComputeRun } from '../actions/compute-run.js';
import { DiscardRun } from '../actions/discard-run.js';
import { IssueRun } from '../actions/issue-run.js';
import { ReadRuns } from '../actions/read-runs.js';
import { ShowDraft } from '../actions/show-draft.js';
import { StartRun } from '../actions/start-run.js';
import { billingProblems } from '../problems.js';
import { AnomalyDto, RunDetailsDto, RunDto, RunInvoiceDto, StartRunDto } from './billing-runs.dto.js';
import { anomalyView, runDetailsView, runInvoiceView, runView } from './billing-run-view.js';
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
  ) {}

  /**
   * Begin a billing run and compute its drafts
   *
   * What was booked and who came on these days becomes one draft invoice per paying family. Nothing is sent. Asking
   * again is refused with the id of the run that has these days: no key is needed.
   */
  @Post()
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiProblems(billingProblems.PERIOD_NOT_OVER, billingProblems.PERIOD_ALREADY_BILLED)
  async start(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: StartRunDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RunDetailsDto> {
    const runId = await this.startRun.run(collectiviteId, periodOf(body), caller.accountId);
    await this.computeRun.run(collectiviteId, runId);
    return this.details(collectiviteId, runId);
  }

  /** List the billing runs, the latest first */
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

  /** Read a billing run: totals, and what should be looked at before issue */
  @Get(':runId')
  @Allowed('agent', 'regisseur', 'administrateur')
  read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
  ): Promise<RunDetailsDto> {
    return this.details(collectiviteId, runId);
  }

  /** List what is odd in a run, child by child */
  @Get(':runId/anomalies')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(AnomalyDto)
  async anomalies(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('runId', IdPipe) runId: number,
    @Query() query: PageQuery,
  ): Promise<Page<AnomalyDto>> {
    const rows = await this.readRuns.anomalies(collectiviteId, runId, from(query));
    const page = pageOf(
      rows.map((row) => ({ id: row.anomaly.id, row })),
      limitOf(query),
      ({ row }) => anomalyView(row),
    );
    return page;
  }

  /** List the invoices of a run, drafts and issued ones */
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

  /** Read the lines of one invoice of a run as the family will read them */
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

  /** Compute the drafts of a run again, from what is known now */
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

  /** Discard a draft run: its days can be billed by another */
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
   * Issue the invoices of a run
   *
   * Each gets its number, is frozen, posted and announced to the family. Asking again is without effect on a run
   * that is issued, and finishes one that was cut short: no key is needed.
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
    @CurrentCaller() caller: Caller,
  ): Promise<RunDetailsDto> {
    await this.issueRun.run(collectiviteId, runId, caller.accountId);
    return this.details(collectiviteId, runId);
  }

  private async details(collectiviteId: number, runId: number): Promise<RunDetailsDto> {
    return runDetailsView(await this.readRuns.one(collectiviteId, runId));
  }
}

function from(query: PageQuery): { after: number; take: number } {
  return { after: query.after ?? 0, take: limitOf(query) + 1 };
}
