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

/** A payment that was recorded does not hold: the invoices that it settled are due again. */
export const paymentReversed = eventKind<{
  readonly collectiviteId: number;
  readonly paymentId: number;
  readonly reversalId: number;
  readonly familyId: number;
  readonly cents: Cents;
  /** Those that the payment itself had settled. */
  readonly invoiceIds: readonly number[];
}>('payments.payment-reversed');

/** The paper of a reversal waits to be drawn and mailed to the family. */
export const reversalToSend = eventKind<{ readonly collectiviteId: number; readonly reversalId: number }>(
  'payments.reversal-to-send',
);

/** The paper of a remise gracieuse waits to be drawn and mailed to the family. */
export const writeOffToSend = eventKind<{ readonly collectiviteId: number; readonly writeOffId: number }>(
  'payments.write-off-to-send',
);

/** A remise gracieuse is taken back: the family, which was told of it, is told. */
export const writeOffCancelled = eventKind<{ readonly collectiviteId: number; readonly writeOffId: number }>(
  'payments.write-off-cancelled',
);

/** Credits leave for the accounts of families: each is told. */
export const refundListMade = eventKind<{ readonly collectiviteId: number; readonly refundListId: number }>(
  'payments.refund-list-made',
);

/** A refund did not leave, or came back: the family has its credit again. */
export const refundCancelled = eventKind<{ readonly collectiviteId: number; readonly refundId: number }>(
  'payments.refund-cancelled',
);

/** The receipt of a payment waits to be drawn and mailed to the family. */
export const receiptToSend = eventKind<{ readonly collectiviteId: number; readonly paymentId: number }>(
  'payments.receipt-to-send',
);

/** What an online payment is for: invoices of the family, or what a validation of its basket is to pay at booking. */
export type OnlineTarget =
  | { readonly kind: 'INVOICES'; readonly shares: readonly { readonly invoiceId: number; readonly cents: Cents }[] }
  | { readonly kind: 'BASKET'; readonly validationId: number };

interface OnlineOutcome {
  readonly collectiviteId: number;
  readonly onlinePaymentId: number;
  readonly familyId: number;
  readonly target: OnlineTarget;
  readonly cents: Cents;
}

/**
 * PayFiP has the money, and it is in the ledger with its receipt. What settled no invoice (all of it for a basket) is
 * held on the family's credit. Told once for each attempt; it may come after `online-failed`, and then it is what counts.
 */
export const onlinePaymentSettled = eventKind<
  OnlineOutcome & {
    readonly paymentId: number;
    readonly creditedCents: Cents;
  }
>('payments.online-settled');

/**
 * Nothing was paid, as far as is known: given up (CANCELLED), refused by the bank (REFUSED), never paid (EXPIRED), never
 * opened (FAILED), paid in test mode where no money moves (TESTED), or strange, and a person looks at it (ANOMALY). Told
 * once for each of these that an attempt comes to; `online-settled` may still follow.
 */
export const onlinePaymentFailed = eventKind<
  OnlineOutcome & {
    readonly reason: 'CANCELLED' | 'REFUSED' | 'EXPIRED' | 'FAILED' | 'TESTED' | 'ANOMALY';
  }
>('payments.online-failed');

/** Somebody says that something happened to an online payment: PayFiP is to be asked. */
export const onlinePaymentToAsk = eventKind<{ readonly collectiviteId: number; readonly onlinePaymentId: number }>(
  'payments.online-to-ask',
);

/** A file of direct debits is frozen: the families are told. */
export const debitRunMade = eventKind<{ readonly collectiviteId: number; readonly debitRunId: number }>(
  'payments.debit-run-made',
);

/** A file of direct debits is not sent after all. */
export const debitRunCancelled = eventKind<{ readonly collectiviteId: number; readonly debitRunId: number }>(
  'payments.debit-run-cancelled',
);

/** The bank sent a direct debit back. */
export const debitRejected = eventKind<{ readonly collectiviteId: number; readonly debitId: number }>(
  'payments.debit-rejected',
);
