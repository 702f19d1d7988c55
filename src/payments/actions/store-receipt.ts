import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { PaymentRow } from '../data/payment.entity.js';
import { receiptDocument } from './receipt-document.js';

/** The original of a receipt is drawn once and kept; never inside a unit, as drawing takes its time. */
@Injectable()
export class StoreReceipt {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Answers the id of the stored file. */
  async run({ id, collectiviteId, receipt, receiptFileId }: PaymentRow): Promise<number> {
    if (receiptFileId !== null) return receiptFileId;
    const content = await renderPdf(receiptDocument(receipt, null));
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ receipt_file_id: number | null }>(
        `SELECT receipt_file_id FROM payments WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.receipt_file_id !== null) return Number(row!.receipt_file_id);
      const name = `quittance-${receipt.number}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE payments SET receipt_file_id = ? WHERE id = ?', [fileId, id]);
      return fileId;
    });
  }
}
