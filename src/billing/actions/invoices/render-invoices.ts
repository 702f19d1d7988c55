import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { undrawn } from '../../data/undrawn.js';
import { invoiceDocument } from './invoice-document.js';

/** Draws issued invoices as PDF from their photographs: the same bytes whenever, and by whomever, it is done. */
@Injectable()
export class RenderInvoices {
  constructor(
    private readonly database: Database,
    private readonly drawnOnce: DrawnOnce,
  ) {}

  /** Draws those that have no PDF yet; answers how many. One that cannot be drawn does not keep the next ones waiting. */
  async missing(): Promise<number> {
    return (await eachInTurn(undrawn(this.database, InvoiceRow), (invoice) => this.one(invoice))).length;
  }

  /** The file of an issued invoice, drawn now when it was not yet. Drawing is outside of any unit: it takes a while. */
  async one(invoice: InvoiceRow): Promise<number> {
    if (invoice.pdfFileId !== null) return invoice.pdfFileId;
    const snapshot = invoice.snapshot!;
    const { id, collectiviteId, pdfFileId } = invoice;
    const place = { table: 'invoices', id, collectiviteId, pdfFileId, name: `facture-${snapshot.number}.pdf` };
    return (await this.drawnOnce.run(place, () => renderPdf(invoiceDocument(snapshot)))).id;
  }
}
