import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { DrawnOnce } from '../../platform/files/drawn-once.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { CollectionReportRow } from '../data/collection-report.entity.js';
import { formatReportNumber } from '../rules/report-content.js';
import { collectionDocument } from './collection-document.js';

/** The PDF of a report is drawn once and kept; never inside a unit, as drawing takes its time. */
@Injectable()
export class StoreCollectionReport {
  constructor(
    private readonly drawnOnce: DrawnOnce,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  run(report: CollectionReportRow): Promise<StoredFile> {
    const { id, collectiviteId, year, pdfFileId } = report;
    const number = formatReportNumber(year, report.number);
    const name = `etat-encaissement-${number}.pdf`;
    return this.drawnOnce.run({ table: 'collection_reports', id, collectiviteId, pdfFileId, name }, async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      return renderPdf(collectionDocument({ ...report, number }, timeZone));
    });
  }
}
