import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import type { Means } from '../rules/means.js';
import type { RemittedPayment, RemittedReversal } from '../rules/remittance.js';
import { reversalLabel } from '../rules/reversal.js';
import { PaymentReversalRow } from './payment-reversal.entity.js';
import { PaymentRow } from './payment.entity.js';

export interface PaymentToRemit {
  readonly id: number;
  readonly cents: Cents;
  readonly accountedOn: Temporal.PlainDate;
  readonly paper: RemittedPayment;
}

export interface ReversalToRemit {
  readonly id: number;
  readonly cents: Cents;
  readonly accountedOn: Temporal.PlainDate;
  readonly paper: RemittedReversal;
}

/** What of a means is in the régie's hands, and what it must give back of what it handed over. */
@Injectable()
export class ToRemit {
  constructor(private readonly database: Database) {}

  /**
   * The payments that hold, are on no bordereau and count for `until` or before, in the order of their receipts; their
   * rows are held until the caller's unit ends, so that none is annulled meanwhile.
   */
  async payments(collectiviteId: number, means: Means, until: Temporal.PlainDate): Promise<PaymentToRemit[]> {
    const held = await this.database.rows<{ id: number }>(
      `SELECT p.id FROM payments p
       WHERE p.collectivite_id = ? AND p.means = ? AND p.accounted_on <= ?
         AND NOT EXISTS (SELECT 1 FROM remittance_lines l WHERE l.payment_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM payment_reversals r WHERE r.payment_id = p.id)
       ORDER BY p.id${this.database.dialect.forUpdate}`,
      [collectiviteId, means, until.toString()],
    );
    const rows: PaymentRow[] = [];
    for (const some of chunksOf(held.map(({ id }) => id))) {
      const annulled = await this.database
        .repository(PaymentReversalRow)
        .findBy({ collectiviteId, paymentId: In(some) });
      const gone = new Set(annulled.map(({ paymentId }) => paymentId));
      const found = await this.database.repository(PaymentRow).findBy({ collectiviteId, id: In(some) });
      rows.push(...found.filter(({ id }) => !gone.has(id)));
    }
    rows.sort((a, b) => a.receiptYear - b.receiptYear || a.receiptNumber - b.receiptNumber);
    return rows.map(({ id, amountCents: cents, accountedOn, receivedOn, payerName, reference, receipt }) => ({
      id,
      cents,
      accountedOn,
      paper: { receiptNumber: receipt.number, receivedOn: receivedOn.toString(), payerName, reference, cents },
    }));
  }

  /** The payments of bordereaux that did not hold, on `until` or before, and were taken off none. */
  async reversals(collectiviteId: number, means: Means, until: Temporal.PlainDate): Promise<ReversalToRemit[]> {
    const found = await this.database.rows<{ id: number }>(
      `SELECT r.id FROM payment_reversals r
       JOIN payments p ON p.id = r.payment_id AND p.means = ?
       JOIN remittance_lines handed ON handed.payment_id = p.id
       WHERE r.collectivite_id = ? AND r.accounted_on <= ?
         AND NOT EXISTS (SELECT 1 FROM remittance_lines l WHERE l.payment_reversal_id = r.id)
       ORDER BY r.id`,
      [means, collectiviteId, until.toString()],
    );
    const ids = found.map(({ id }) => id);
    const rows = await this.database.repository(PaymentReversalRow).findBy({ collectiviteId, id: In(ids) });
    return rows.map(({ id, accountedOn, paper: { number, receiptNumber, reason, cents } }) => ({
      id,
      cents,
      accountedOn,
      paper: { number, receiptNumber, reason: reversalLabel(reason), cents },
    }));
  }
}
