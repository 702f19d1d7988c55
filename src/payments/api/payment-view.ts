import type { PaymentRow } from '../data/payment.entity.js';
import type { PaymentReversalRow } from '../data/payment-reversal.entity.js';
import { reversalLabel } from '../rules/reversal.js';
import { meansLabel } from '../rules/means.js';
import type { PaymentDto } from './payments.dto.js';

export function paymentView(row: PaymentRow, reversal: PaymentReversalRow | undefined): PaymentDto {
  return {
    id: row.id,
    familyId: row.familyId,
    familyName: row.receipt.family.name,
    means: row.means,
    meansLabel: meansLabel(row.means),
    cents: row.amountCents,
    receivedOn: row.receivedOn,
    accountedOn: row.accountedOn,
    reference: row.reference,
    payerName: row.payerName,
    receiptNumber: row.receipt.number,
    recordedAt: row.recordedAt,
    settled: [...row.receipt.settled],
    heldCents: row.creditedCents,
    stillDueCents: row.receipt.stillDueCents,
    annulled: reversal
      ? { number: reversal.paper.number, on: reversal.accountedOn, reasonLabel: reversalLabel(reversal.reason) }
      : null,
  };
}
