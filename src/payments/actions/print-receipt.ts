import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { PaymentRow } from '../data/payment.entity.js';
import { reversalLabel } from '../rules/reversal.js';
import { type Annulment, receiptDocument } from './receipt-document.js';
import { FindReversals } from './reversals/find-reversals.js';
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
    private readonly findReversals: FindReversals,
  ) {}

  /** For the family: the original, the same file as the one that was mailed; once it was annulled, a print says so. */
  async forFamily(payment: PaymentRow): Promise<PrintedReceipt> {
    const annulled = await this.annulmentOf(payment);
    if (annulled) return print(payment, null, annulled);
    const file = await this.storeReceipt.run(payment);
    return { name: file.name, content: this.files.read(file) };
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
    return print(payment, now, await this.annulmentOf(payment));
  }

  private async annulmentOf({ collectiviteId, id }: PaymentRow): Promise<Annulment | null> {
    const reversal = (await this.findReversals.ofPayments(collectiviteId, [id])).get(id);
    if (!reversal) return null;
    const { number, reason } = reversal.paper;
    return { number, on: reversal.accountedOn, reason: reversalLabel(reason) };
  }
}

async function print(
  { receipt }: PaymentRow,
  duplicata: Temporal.Instant | null,
  annulled: Annulment | null,
): Promise<PrintedReceipt> {
  const content = await renderPdf(receiptDocument(receipt, duplicata, annulled));
  const name = ['quittance', receipt.number, ...(annulled ? ['annulee'] : []), ...(duplicata ? ['duplicata'] : [])];
  return { name: `${name.join('-')}.pdf`, content: Readable.from(content) };
}
