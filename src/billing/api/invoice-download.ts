import { Injectable, StreamableFile } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { RenderInvoices } from '../actions/render-invoices.js';
import type { InvoiceRow } from '../data/invoice.entity.js';

/** The PDF of an issued invoice as a download; drawn on the spot when the task has not come to it yet. */
@Injectable()
export class InvoiceDownload {
  constructor(
    private readonly renderInvoices: RenderInvoices,
    private readonly files: FileStore,
  ) {}

  async of(invoice: InvoiceRow): Promise<StreamableFile> {
    const fileId = await this.renderInvoices.one(invoice);
    const file = (await this.files.find(invoice.collectiviteId, fileId))!;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
    return new StreamableFile(this.files.read(file), { type: file.mediaType, disposition, length: file.size });
  }
}
