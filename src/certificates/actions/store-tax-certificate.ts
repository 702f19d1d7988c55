import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { TaxCertificateRow } from '../data/tax-certificate.entity.js';
import { taxCertificateDocument } from './tax-certificate-document.js';

/** The PDF of a certificate is drawn once, outside of any unit, and kept. */
@Injectable()
export class StoreTaxCertificate {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  async run(certificate: TaxCertificateRow): Promise<StoredFile> {
    const fileId = certificate.pdfFileId ?? (await this.draw(certificate));
    return (await this.files.find(certificate.collectiviteId, fileId))!;
  }

  private async draw({ id, collectiviteId, content }: TaxCertificateRow): Promise<number> {
    const bytes = await renderPdf(taxCertificateDocument(content));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM tax_certificates WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const name = `attestation-fiscale-${content.number}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content: bytes });
      await this.database.change('UPDATE tax_certificates SET pdf_file_id = ? WHERE id = ?', [fileId, id]);
      return fileId;
    });
  }
}
