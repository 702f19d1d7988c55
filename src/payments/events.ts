import type { Cents } from '../kernel/money.js';
import { eventKind } from '../platform/outbox/outbox.js';

/** A payment is in the ledger. */
export const paymentRecorded = eventKind<{
  readonly collectiviteId: number;
  readonly paymentId: number;
  readonly familyId: number;
  readonly cents: Cents;
  readonly invoiceIds: readonly number[];
}>('payments.payment-recorded');

/** The receipt of a payment waits to be drawn and mailed to the family. */
export const receiptToSend = eventKind<{ readonly collectiviteId: number; readonly paymentId: number }>(
  'payments.receipt-to-send',
);
