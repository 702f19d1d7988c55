import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { CollectionReportRow } from '../data/collection-report.entity.js';
import { formatReportNumber } from '../rules/report-content.js';
import { collectionDocument } from './collection-document.js';

/** The PDF of a report is drawn once and kept; never inside a unit, as drawing takes its time. */
@Injectable()
export class StoreCollectionReport {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  async run(report: CollectionReportRow): Promise<StoredFile> {
    const { collectiviteId } = report;
    const fileId = report.pdfFileId ?? (await this.draw(report));
    return (await this.files.find(collectiviteId, fileId))!;
  }

  private async draw(report: CollectionReportRow): Promise<number> {
    const { id, collectiviteId, year, number } = report;
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const content = await renderPdf(collectionDocument(report, timeZone));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM collection_reports WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const name = `etat-encaissement-${formatReportNumber(year, number)}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE collection_reports SET pdf_file_id = ? WHERE id = ?', [fileId, id]);
      return fileId;
    });
  }
}
