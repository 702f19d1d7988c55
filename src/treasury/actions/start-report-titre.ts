import { Injectable } from '@nestjs/common';
import { StartRegieTitre } from '../../claims/index.js';
import { treasuryProblems } from '../problems.js';
import { formatReportNumber } from '../rules/report-content.js';
import { FindCollectionReports } from './find-collection-reports.js';

/** Gives the figures of a month that is closed to those who make titres. */
@Injectable()
export class StartReportTitre {
  constructor(
    private readonly findReports: FindCollectionReports,
    private readonly startTitre: StartRegieTitre,
  ) {}

  /**
   * Answers the bordereau of the titre. What is held for families is no product: it is not in it. Throws NOT_FOUND,
   * COLLECTION_REPORT_NOT_OF_MONTH, CLAIM_TITRE_REFUSED, TREASURY_SETTINGS_MISSING; not inside a unit.
   */
  async run(collectiviteId: number, reportId: number, accountId: number): Promise<number> {
    const { month, year, number, content } = await this.findReports.one(collectiviteId, reportId);
    if (month === null) {
      throw treasuryProblems.COLLECTION_REPORT_NOT_OF_MONTH(
        'Cet état ne clôt pas un mois : établissez le titre à partir de celui qui le clôt.',
      );
    }
    const received = content.byPrestation.map(({ prestationId, label, imputation, cents }) => ({
      ...{ prestationId, label, cents, nature: imputation.nature, function: imputation.function },
    }));
    const { from, to } = content;
    const closed = { reportId, number: formatReportNumber(year, number), from, to, received };
    return (await this.startTitre.run(collectiviteId, closed, accountId)).id;
  }
}
