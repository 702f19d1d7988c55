import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { csvDownload, pdfDownload, XLSX, xlsxDownload } from '../../platform/tables/index.js';
import { ReadRegister } from '../actions/read-register.js';
import { treasuryProblems } from '../problems.js';
import { meansName } from '../rules/means-order.js';
import type { RegisteredReceipt } from '../rules/receipt-register.js';
import { collectionFilterOf, CollectionFilterQuery, CollectionPageQuery } from './collection-filter.dto.js';
import { RegisteredReceiptDto, RegisterNumbersDto } from './receipt-register.dto.js';

@AdministrationApi('États d’encaissement')
@Controller('collectivites/:collectiviteId/receipt-register')
export class ReceiptRegisterController {
  constructor(private readonly readRegister: ReadRegister) {}

  /**
   * Lire le quittancier
   *
   * Les quittances d’une période dans l’ordre de leurs numéros, annulées comprises ; filtrées par prestation ou
   * imputation, celles qui en règlent quelque chose, entières.
   */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(RegisteredReceiptDto)
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionPageQuery,
  ): Promise<Page<RegisteredReceiptDto>> {
    const limit = limitOf(query);
    const after = query.after === undefined ? {} : { after: query.after };
    return pageOf(
      await this.readRegister.page(collectiviteId, collectionFilterOf(query), { limit, ...after }),
      limit,
      receiptView,
    );
  }

  /** Voir si les numéros du quittancier se suivent : premier, dernier, nombre, annulés, manquants, par année */
  @Get('numbers')
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async numbers(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<RegisterNumbersDto[]> {
    const years = await this.readRegister.numbers(collectiviteId, collectionFilterOf(query));
    return years.map(({ missing, ...numbers }) => ({ ...numbers, missing: [...missing] }));
  }

  /**
   * Télécharger le quittancier dans un tableur
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
    return csvDownload(nameOf(query), await this.readRegister.grid(collectiviteId, collectionFilterOf(query)));
  }

  /** Télécharger le quittancier dans un classeur (XLSX) */
  @Get('xlsx')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile(XLSX)
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED)
  async xlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return xlsxDownload(nameOf(query), await this.readRegister.grid(collectiviteId, collectionFilterOf(query)));
  }

  /** Imprimer le quittancier à signer (PDF), totaux reportés de page en page */
  @Get('pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED, treasuryProblems.REPORT_TOO_LONG_TO_PRINT)
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: CollectionFilterQuery,
  ): Promise<StreamableFile> {
    return pdfDownload(nameOf(query), await this.readRegister.print(collectiviteId, collectionFilterOf(query)));
  }
}

function receiptView({ id, means, ...receipt }: RegisteredReceipt): RegisteredReceiptDto {
  return { paymentId: id, means, meansLabel: meansName(means), ...receipt };
}

function nameOf({ from, to }: CollectionFilterQuery): string {
  return `quittancier-${from.toString()}-${to.toString()}`;
}
