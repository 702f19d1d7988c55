import { Injectable, type StreamableFile } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { download } from '../../platform/http/download.js';
import { RenderCreditNotes } from '../actions/credit-notes/render-credit-notes.js';
import { RenderInvoices } from '../actions/invoices/render-invoices.js';
import type { CreditNoteRow } from '../data/credit-note.entity.js';
import type { InvoiceRow } from '../data/invoice.entity.js';

/** The PDF of an issued invoice or credit note as a download; drawn on the spot when the task has not come to it yet. */
@Injectable()
export class InvoiceDownload {
  constructor(
    private readonly renderInvoices: RenderInvoices,
    private readonly renderCreditNotes: RenderCreditNotes,
    private readonly files: FileStore,
  ) {}

  async of(invoice: InvoiceRow): Promise<StreamableFile> {
    return this.download(invoice.collectiviteId, await this.renderInvoices.one(invoice));
  }

  async ofCreditNote(note: CreditNoteRow): Promise<StreamableFile> {
    return this.download(note.collectiviteId, await this.renderCreditNotes.one(note));
  }

  private async download(collectiviteId: number, fileId: number): Promise<StreamableFile> {
    const file = (await this.files.find(collectiviteId, fileId))!;
    return download(file, this.files.read(file));
  }
}
