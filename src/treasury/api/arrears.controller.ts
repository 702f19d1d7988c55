import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { download } from '../../platform/http/download.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { csvDownload, XLSX, xlsxDownload } from '../../platform/tables/index.js';
import { PrintArrears } from '../actions/print-arrears.js';
import { ReportArrears } from '../actions/report-arrears.js';
import { arrearsGrid } from '../rules/arrears-grid.js';
import { arrearsView } from './arrears-view.js';
import { arrearsAskedOf, ArrearsDto, ArrearsQuery } from './arrears.dto.js';

@AdministrationApi('Retards de paiement')
@Controller('collectivites/:collectiviteId/arrears')
export class ArrearsController {
  constructor(
    private readonly reportArrears: ReportArrears,
    private readonly printArrears: PrintArrears,
  ) {}

  /**
   * Voir ce que doivent les familles, par ancienneté (restes à recouvrer)
   *
   * À la régie et au comptable public, aujourd’hui ou à la fin d’un jour passé.
   */
  @Get()
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ArrearsQuery,
  ): Promise<ArrearsDto> {
    const asked = arrearsAskedOf(query);
    return arrearsView(collectiviteId, asked, await this.reportArrears.run(collectiviteId, asked));
  }

  /**
   * Télécharger ce que doivent les familles dans un tableur
   *
   * CSV : points-virgules, UTF-8, virgule décimale.
   */
  @Get('csv')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ArrearsQuery,
  ): Promise<StreamableFile> {
    const { report, names } = await this.reportArrears.run(collectiviteId, arrearsAskedOf(query));
    return csvDownload(`restes-a-recouvrer-${report.at.toString()}`, arrearsGrid(report, names));
  }

  /** Télécharger ce que doivent les familles dans un classeur (XLSX) */
  @Get('xlsx')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile(XLSX)
  async xlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ArrearsQuery,
  ): Promise<StreamableFile> {
    const { report, names } = await this.reportArrears.run(collectiviteId, arrearsAskedOf(query));
    return xlsxDownload(`restes-a-recouvrer-${report.at.toString()}`, arrearsGrid(report, names));
  }

  /** Imprimer l’état des restes à recouvrer (PDF), totaux reportés de page en page */
  @Get('pdf')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: ArrearsQuery,
  ): Promise<StreamableFile> {
    const { at, bytes } = await this.printArrears.run(collectiviteId, arrearsAskedOf(query));
    return download({ name: `restes-a-recouvrer-${at.toString()}.pdf`, mediaType: 'application/pdf' }, bytes);
  }
}
