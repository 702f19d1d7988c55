import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { invoiceDocument } from './invoice-document.js';
import type { InvoiceSnapshot } from '../../rules/invoice-snapshot.js';

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
    return (await eachInTurn(this.undrawn(), (invoice) => this.one(invoice))).length;
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

  private async *undrawn(): AsyncGenerator<InvoiceRow> {
    for (let after = 0; ;) {
      const some = await this.database.read(() =>
        this.database.repository(InvoiceRow).find({
          where: { state: 'ISSUED', pdfFileId: IsNull(), id: MoreThan(after) },
          order: { id: 'ASC' },
          take: AT_ONCE,
        }),
      );
      yield* some;
      if (some.length < AT_ONCE) return;
      after = some.at(-1)!.id;
    }
  }
}

function fileName({ number }: InvoiceSnapshot): string {
  return `facture-${number}.pdf`;
}
