import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { csvDownload, pdfDownload, XLSX, xlsxDownload } from '../../platform/tables/index.js';
import { PrintJournal } from '../actions/print-journal.js';
import { ReadJournal } from '../actions/read-journal.js';
import { treasuryProblems } from '../problems.js';
import { journalDays } from '../rules/journal-totals.js';
import { collectionFilterOf, CollectionFilterQuery, CollectionPageQuery } from './collection-filter.dto.js';
import { JournalDayDto, JournalLineDto } from './journal.dto.js';
import { journalDayView, journalLineView } from './journal-view.js';

@AdministrationApi('États d’encaissement')
@Controller('collectivites/:collectiviteId/collection-journal')
export class JournalController {
  constructor(
    private readonly readJournal: ReadJournal,
    private readonly printJournal: PrintJournal,
  ) {}

  /**
   * Lire le journal des encaissements
   *
   * Les paiements, leurs annulations et les remboursements, jour après jour ; filtrés, les montants sont ceux de ce qui
   * est demandé.
   */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(JournalLineDto)
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionPageQuery,
  ): Promise<Page<JournalLineDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    const lines = await this.readJournal.page(collectiviteId, collectionFilterOf(query), { limit, ...after });
    const labels = await this.readJournal.labels(collectiviteId);
    const rows = lines.map((line) => ({ id: line.entryId, line }));
    return pageOf(rows, limit, ({ line }) => journalLineView(line, labels));
  }

  /** Lire les totaux du journal, par jour et par moyen, avec leur cumul depuis le début de la période */
  @Get('days')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async days(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<JournalDayDto[]> {
    const filter = collectionFilterOf(query);
    const days = journalDays(await this.readJournal.days(collectiviteId, filter));
    return days.map((day) => journalDayView(collectiviteId, filter, day));
  }

  /**
   * Télécharger le journal des encaissements dans un tableur
   *
   * CSV : points-virgules, UTF-8, virgule décimale.
   */
  @Get('csv')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('text/csv')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return csvDownload(nameOf(query), await this.readJournal.grid(collectiviteId, collectionFilterOf(query)));
  }

  /** Télécharger le journal des encaissements dans un classeur (XLSX) */
  @Get('xlsx')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile(XLSX)
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async xlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return xlsxDownload(nameOf(query), await this.readJournal.grid(collectiviteId, collectionFilterOf(query)));
  }

  /** Imprimer le journal des encaissements à signer (PDF), totaux reportés de page en page */
  @Get('pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED, treasuryProblems.REPORT_TOO_LONG_TO_PRINT)
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return pdfDownload(nameOf(query), await this.printJournal.run(collectiviteId, collectionFilterOf(query)));
  }
}

function nameOf({ from, to }: CollectionFilterQuery): string {
  return `journal-encaissements-${from.toString()}-${to.toString()}`;
}
