import { Injectable } from '@nestjs/common';
import { DrawnOnce } from '../../platform/files/drawn-once.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { TaxCertificateRow } from '../data/tax-certificate.entity.js';
import { taxCertificateDocument } from './tax-certificate-document.js';

/** The PDF of a certificate is drawn once, outside of any unit, and kept. */
@Injectable()
export class StoreTaxCertificate {
  constructor(private readonly drawnOnce: DrawnOnce) {}

  run({ id, collectiviteId, pdfFileId, content }: TaxCertificateRow): Promise<StoredFile> {
    const name = `attestation-fiscale-${content.number}.pdf`;
    return this.drawnOnce.run({ table: 'tax_certificates', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(taxCertificateDocument(content)),
    );
  }
}
