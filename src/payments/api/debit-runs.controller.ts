import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { mandatesProblems } from '../../mandates/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { ApplyStatusReport } from '../actions/debits/apply-status-report.js';
import { CancelDebitRun } from '../actions/debits/cancel-debit-run.js';
import { DebitFiles } from '../actions/debits/debit-files.js';
import { FindDebitRuns } from '../actions/debits/find-debit-runs.js';
import { MakeDebitRun } from '../actions/debits/make-debit-run.js';
import { PlanDebitRun } from '../actions/debits/plan-debit-run.js';
import { paymentsProblems } from '../problems.js';
import {
  AppliedReportDto,
  DebitDayQuery,
  DebitDto,
  debitDto,
  DebitPlanDto,
  debitPlanDto,
  DebitRunDto,
  debitRunDto,
  MakeDebitRunDto,
  StatusReportDto,
} from './debit-runs.dto.js';

@AdministrationApi('Prélèvements')
@Controller('collectivites/:collectiviteId')
@UseInterceptors(ReadUploads)
export class DebitRunsController {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly planRun: PlanDebitRun,
    private readonly makeRun: MakeDebitRun,
    private readonly findRuns: FindDebitRuns,
    private readonly cancelRun: CancelDebitRun,
    private readonly files: DebitFiles,
    private readonly applyReport: ApplyStatusReport,
  ) {}

  /** Voir ce qu’un fichier de prélèvements prendrait à une date, et ce qu’il laisserait */
  @Get('debit-runs/preview')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(mandatesProblems.DEBIT_NOT_OFFERED)
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { collectedOn }: DebitDayQuery,
  ): Promise<DebitPlanDto> {
    return debitPlanDto(await this.planRun.run({ collectiviteId, collectedOn, leaveOut: [] }));
  }

  /**
   * Faire le fichier des prélèvements d’un jour
   *
   * Il est figé, et chaque famille est prévenue par courriel. Le jour venu, les encaissements sont enregistrés.
   */
  @Post('debit-runs')
  @Allowed('regisseur')
  @Idempotent()
  @ApiProblems(
    mandatesProblems.DEBIT_NOT_OFFERED,
    paymentsProblems.NOTHING_TO_DEBIT,
    paymentsProblems.DEBIT_FILE_REFUSED,
    secretsProblems.DATA_KEY_MISSING,
  )
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { collectedOn, leaveOut }: MakeDebitRunDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<DebitRunDto> {
    const wanted = { collectiviteId, collectedOn, leaveOut: leaveOut ?? [], accountId };
    return debitRunDto(await this.makeRun.run(wanted));
  }

  /** Lister les fichiers de prélèvements, le dernier d’abord */
  @Get('debit-runs')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(DebitRunDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<DebitRunDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findRuns.list(collectiviteId, { limit, after: query.after }), limit, debitRunDto);
  }

  /** Lire un fichier de prélèvements */
  @Get('debit-runs/:debitRunId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('debitRunId', IdPipe) debitRunId: number,
  ): Promise<DebitRunDto> {
    return debitRunDto(await this.findRuns.one(collectiviteId, debitRunId));
  }

  /** Lister les prélèvements d’un fichier et ce qu’ils sont devenus */
  @Get('debit-runs/:debitRunId/debits')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(DebitDto)
  async debits(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('debitRunId', IdPipe) debitRunId: number,
    @Query() query: PageQuery,
  ): Promise<Page<DebitDto>> {
    await this.findRuns.one(collectiviteId, debitRunId);
    const limit = limitOf(query);
    const rows = await this.findRuns.debitsOf(collectiviteId, debitRunId, { limit, after: query.after });
    return pageOf(rows, limit, debitDto);
  }

  /** Télécharger le fichier à déposer au service DFT, toujours le même ; le téléchargement est tracé */
  @Get('debit-runs/:debitRunId/file')
  @Allowed('regisseur')
  @AnswersFile('application/xml')
  async file(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('debitRunId', IdPipe) debitRunId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const run = await this.findRuns.one(collectiviteId, debitRunId);
    const content = await this.files.read(run);
    const subject = `debit-run:${debitRunId}`;
    await this.database.unit(() =>
      this.audit.record({ collectiviteId, accountId, action: 'debit-run.file-taken', subject }),
    );
    return download({ name: `${run.messageName}.xml`, mediaType: 'application/xml' }, content);
  }

  /** Annuler un fichier qui n’a pas été déposé : ses factures sont libres, les familles prévenues */
  @Post('debit-runs/:debitRunId/cancellations')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(paymentsProblems.DEBIT_RUN_OVER)
  async cancel(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('debitRunId', IdPipe) debitRunId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<DebitRunDto> {
    return debitRunDto(await this.cancelRun.run(collectiviteId, debitRunId, accountId));
  }

  /** Donner un compte rendu de la banque (pain.002) : les prélèvements revenus sont rejetés */
  @Post('debit-reports')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiConsumes('multipart/form-data')
  @ApiProblems(paymentsProblems.STATUS_REPORT_REFUSED, httpProblems.PAYLOAD_TOO_LARGE, httpProblems.TOO_MANY_REQUESTS)
  async report(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { files: [file] }: StatusReportDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<AppliedReportDto> {
    const { run, ...applied } = await this.applyReport.run(collectiviteId, await file!.content(), accountId);
    return { debitRunId: run.id, ...applied, leftAside: [...applied.leftAside] };
  }
}
