import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { PaymentRow } from '../data/payment.entity.js';
import { receiptDocument } from './receipt-document.js';
import { StoreReceipt } from './store-receipt.js';

export interface PrintedReceipt {
  readonly name: string;
  readonly content: Readable;
}

@Injectable()
export class PrintReceipt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly storeReceipt: StoreReceipt,
  ) {}

  /** For the family: the original, the same file as the one that was mailed. */
  async forFamily(payment: PaymentRow): Promise<PrintedReceipt> {
    const file = await this.files.find(payment.collectiviteId, await this.storeReceipt.run(payment));
    return { name: file!.name, content: this.files.read(file!) };
  }

  /** For the counter: the original is handed over once; what is printed afterwards says « duplicata ». */
  async forCounter(payment: PaymentRow): Promise<PrintedReceipt> {
    const now = this.clock.now();
    await this.storeReceipt.run(payment);
    const first = await this.database.unit(() =>
      this.database.change('UPDATE payments SET receipt_handed_at = ? WHERE id = ? AND receipt_handed_at IS NULL', [
        now.epochMilliseconds,
        payment.id,
      ]),
    );
    if (first === 1) return this.forFamily(payment);
    const content = await renderPdf(receiptDocument(payment.receipt, now));
    return { name: `quittance-${payment.receipt.number}-duplicata.pdf`, content: Readable.from(content) };
  }
}
