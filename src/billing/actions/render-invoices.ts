import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { renderPdf } from '../../platform/pdf/index.js';
import { InvoiceRow } from '../data/invoice.entity.js';
import { invoiceDocument } from './invoice-document.js';
import type { InvoiceSnapshot } from '../rules/invoice-snapshot.js';

const AT_ONCE = 20;

/** Draws issued invoices as PDF from their photographs: the same bytes whenever, and by whomever, it is done. */
@Injectable()
export class RenderInvoices {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Draws those that have no PDF yet; answers how many. One that cannot be drawn does not keep the next ones waiting. */
  async missing(): Promise<number> {
    const failures: unknown[] = [];
    let drawn = 0;
    for (let after = 0; ;) {
      const some = await this.database.read(() =>
        this.database.repository(InvoiceRow).find({
          where: { state: 'ISSUED', pdfFileId: IsNull(), id: MoreThan(after) },
          order: { id: 'ASC' },
          take: AT_ONCE,
        }),
      );
      for (const invoice of some) {
        await this.one(invoice).then(
          () => (drawn += 1),
          (error: unknown) => failures.push(error),
        );
        after = invoice.id;
      }
      if (some.length < AT_ONCE) break;
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} invoices could not be drawn`);
    return drawn;
  }

  /** The file of an issued invoice, drawn now when it was not yet. Drawing is outside of any unit: it takes a while. */
  async one(invoice: InvoiceRow): Promise<number> {
    if (invoice.pdfFileId !== null) return invoice.pdfFileId;
    const snapshot = invoice.snapshot!;
    const content = await renderPdf(invoiceDocument(snapshot));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM invoices WHERE id = ?${this.database.dialect.forUpdate}`,
        [invoice.id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const name = fileName(snapshot);
      const { collectiviteId } = invoice;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE invoices SET pdf_file_id = ? WHERE id = ?', [fileId, invoice.id]);
      return fileId;
    });
  }
}

function fileName({ number }: InvoiceSnapshot): string {
  return `facture-${number}.pdf`;
}
