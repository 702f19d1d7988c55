import { Injectable } from '@nestjs/common';
import { DrawnOnce } from '../../platform/files/drawn-once.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { PaymentRow } from '../data/payment.entity.js';
import { receiptDocument } from './receipt-document.js';

/** The original of a receipt is drawn once and kept. */
@Injectable()
export class StoreReceipt {
  constructor(private readonly drawn: DrawnOnce) {}

  run({ id, collectiviteId, receipt, receiptFileId }: PaymentRow): Promise<StoredFile> {
    const place = { table: 'payments', column: 'receipt_file_id', id, collectiviteId, pdfFileId: receiptFileId };
    return this.drawn.run({ ...place, name: `quittance-${receipt.number}.pdf` }, () =>
      renderPdf(receiptDocument(receipt, null)),
    );
  }
}
