import { Injectable } from '@nestjs/common';
import { DrawnOnce } from '../../../platform/files/drawn-once.js';
import type { StoredFile } from '../../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { PaymentReversalRow } from '../../data/payment-reversal.entity.js';
import { reversalDocument } from './reversal-document.js';

@Injectable()
export class StoreReversal {
  constructor(private readonly drawn: DrawnOnce) {}

  run({ id, collectiviteId, pdfFileId, paper }: PaymentReversalRow): Promise<StoredFile> {
    const name = `annulation-${paper.receiptNumber}.pdf`;
    return this.drawn.run({ table: 'payment_reversals', id, collectiviteId, pdfFileId, name }, () =>
      renderPdf(reversalDocument(paper)),
    );
  }
}
