import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { claimsProblems } from '../../claims/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { download } from '../../platform/http/download.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { csvDownload, pdfDownload, XLSX, xlsxDownload } from '../../platform/tables/index.js';
import { FindCollectionReports } from '../actions/find-collection-reports.js';
import { MakeCollectionReport } from '../actions/make-collection-report.js';
import { PreviewCollection } from '../actions/preview-collection.js';
import { PrintPreview } from '../actions/print-preview.js';
import { StartReportTitre } from '../actions/start-report-titre.js';
import { StoreCollectionReport } from '../actions/store-collection-report.js';
import { treasuryProblems } from '../problems.js';
import { collectionGrid } from '../rules/collection-grid.js';
import { collectionFilterOf, CollectionFilterQuery } from './collection-filter.dto.js';
import { figuresView, previewView, reportSummary, reportView } from './collection-report-view.js';
import {
  CollectionPreviewDto,
  CollectionReportDto,
  CollectionReportSummaryDto,
  FigureDto,
  PeriodDto,
  ReportTitreDto,
} from './collection-reports.dto.js';

@AdministrationApi('États d’encaissement')
@Controller('collectivites/:collectiviteId/collection-reports')
export class CollectionReportsController {
  constructor(
    private readonly makeReport: MakeCollectionReport,
    private readonly previewCollection: PreviewCollection,
    private readonly printPreview: PrintPreview,
    private readonly findReports: FindCollectionReports,
    private readonly storeReport: StoreCollectionReport,
    private readonly startTitre: StartReportTitre,
    private readonly files: FileStore,
  ) {}

  /**
   * Établir l’état d’encaissement récapitulatif d’une période
   *
   * Il est numéroté et figé.
   */
  @Post()
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { from, to }: PeriodDto,
  ): Promise<CollectionReportDto> {
    return reportView(await this.makeReport.run(collectiviteId, from, to));
  }

  /** Lister les états d’encaissement, le dernier d’abord */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(CollectionReportSummaryDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<CollectionReportSummaryDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findReports.run(collectiviteId, limit, query.after), limit, reportSummary);
  }

  /**
   * Voir ce que dirait l’état d’encaissement d’une période, sans l’établir
   *
   * D’une partie des encaissements seulement, si on le demande ; D et G ne parlent alors que du moyen demandé, ou de rien.
   */
  @Get('preview')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async preview(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<CollectionPreviewDto> {
    return previewView(await this.previewCollection.run(collectiviteId, collectionFilterOf(query)));
  }

  /**
   * Télécharger cet aperçu (PDF)
   *
   * Sans numéro : il n’est pas figé.
   */
  @Get('preview/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async previewPdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return pdfDownload(previewName(query), await this.printPreview.run(collectiviteId, collectionFilterOf(query)));
  }

  /**
   * Télécharger cet aperçu dans un tableur
   *
   * CSV : points-virgules, UTF-8, virgule décimale.
   */
  @Get('preview/csv')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('text/csv')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async previewCsv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    const content = await this.previewCollection.run(collectiviteId, collectionFilterOf(query));
    return csvDownload(previewName(query), collectionGrid(content));
  }

  /** Télécharger cet aperçu dans un classeur (XLSX) */
  @Get('preview/xlsx')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile(XLSX)
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async previewXlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    const content = await this.previewCollection.run(collectiviteId, collectionFilterOf(query));
    return xlsxDownload(previewName(query), collectionGrid(content));
  }

  /** Lire un état d’encaissement */
  @Get(':reportId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
  ): Promise<CollectionReportDto> {
    return reportView(await this.findReports.one(collectiviteId, reportId));
  }

  /**
   * Lister les montants d’un état d’encaissement avec les écritures qui les font
   *
   * Telles qu’elles étaient quand il a été établi.
   */
  @Get(':reportId/figures')
  @Allowed('regisseur', 'administrateur')
  async figures(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
  ): Promise<FigureDto[]> {
    return figuresView(collectiviteId, (await this.findReports.one(collectiviteId, reportId)).content);
  }

  /**
   * Établir le titre de la régie pour un mois clos
   *
   * Seulement si les réglages de la Trésorerie le demandent : le plus souvent, ce titre est saisi dans le logiciel de
   * comptabilité. Une fois par état ; redemandé, c’est le même. Le bordereau se lit avec les autres.
   */
  @Post(':reportId/titre')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(
    treasuryProblems.COLLECTION_REPORT_NOT_OF_MONTH,
    claimsProblems.CLAIM_TITRE_REFUSED,
    claimsProblems.TREASURY_SETTINGS_MISSING,
  )
  async titre(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
    @CurrentCaller() caller: Caller,
  ): Promise<ReportTitreDto> {
    return { batchId: await this.startTitre.run(collectiviteId, reportId, caller.accountId) };
  }

  /** Télécharger un état d’encaissement à signer (PDF) */
  @Get(':reportId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
  ): Promise<StreamableFile> {
    const file = await this.storeReport.run(await this.findReports.one(collectiviteId, reportId));
    return download(file, this.files.read(file));
  }

  /**
   * Télécharger un état d’encaissement dans un tableur
   *
   * CSV : points-virgules, UTF-8, virgule décimale.
   */
  @Get(':reportId/csv')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
  ): Promise<StreamableFile> {
    const { content } = await this.findReports.one(collectiviteId, reportId);
    return csvDownload(`etat-encaissement-${content.from}-${content.to}`, collectionGrid(content));
  }

  /** Télécharger un état d’encaissement dans un classeur (XLSX) */
  @Get(':reportId/xlsx')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile(XLSX)
  async xlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('reportId', IdPipe) reportId: number,
  ): Promise<StreamableFile> {
    const { content } = await this.findReports.one(collectiviteId, reportId);
    return xlsxDownload(`etat-encaissement-${content.from}-${content.to}`, collectionGrid(content));
  }
}

function previewName({ from, to }: CollectionFilterQuery): string {
  return `apercu-encaissements-${from.toString()}-${to.toString()}`;
}
