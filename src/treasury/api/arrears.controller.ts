import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { Allowed } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { ReportArrears } from '../actions/report-arrears.js';
import { arrearsCsv } from '../rules/arrears-csv.js';
import { ArrearsDto, ArrearsQuery } from './arrears.dto.js';
import { csvDownload } from './csv-download.js';

@AdministrationApi('Retards de paiement')
@Controller('collectivites/:collectiviteId/arrears')
export class ArrearsController {
  constructor(private readonly reportArrears: ReportArrears) {}

  /** See what families owe, by age (restes à recouvrer), today or at the end of a past day. */
  @Get()
  @Allowed('agent', 'regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { at }: ArrearsQuery,
  ): Promise<ArrearsDto> {
    const { report, names } = await this.reportArrears.run(collectiviteId, at);
    return {
      at: report.at,
      lateCents: report.lateCents,
      openCents: report.openCents,
      byAge: [...report.byAge],
      lines: report.lines.map((line) => ({ ...line, familyName: names.get(line.familyId) ?? '' })),
    };
  }

  /** Download what families owe as a spreadsheet (CSV: semicolons, UTF-8, decimal comma). */
  @Get('csv')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { at }: ArrearsQuery,
  ): Promise<StreamableFile> {
    const { report, names } = await this.reportArrears.run(collectiviteId, at);
    return csvDownload(`restes-a-recouvrer-${report.at.toString()}.csv`, arrearsCsv(report, names));
  }
}
