import { type Cents, sumCents } from '../../kernel/money.js';
import type { Means } from './means.js';
import type { PaperHead } from './paper.js';
import type { RefundsTold } from './refund-movement.js';

/** A payment on a bordereau. Days are ISO 8601. */
export interface RemittedPayment {
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly payerName: string;
  /** Bank and number of a cheque, reference of a transfer. */
  readonly reference: string | null;
  readonly cents: Cents;
}

/** A payment of an earlier bordereau that did not hold since. */
export interface RemittedReversal {
  /** Of the paper that annuls its receipt. */
  readonly number: string;
  readonly receiptNumber: string;
  readonly reason: string;
  /** More than zero: it is taken off. */
  readonly cents: Cents;
}

/** The photograph of a bordereau de versement. */
export interface RemittancePaper extends PaperHead {
  readonly means: Means;
  readonly handedOn: string;
  readonly payments: readonly RemittedPayment[];
  readonly reversals: readonly RemittedReversal[];
  /** Of the transfers; absent in the bordereaux made before refunds were taken off. */
  readonly refunds?: readonly RefundsTold[];
  readonly totalCents: Cents;
}

/** What is handed over: the payments, less those of earlier bordereaux that did not hold, less what was refunded. */
export function remittedTotal(
  payments: readonly { readonly cents: Cents }[],
  reversals: readonly { readonly cents: Cents }[],
  refunds: readonly { readonly cents: Cents }[],
): Cents {
  return sumCents(payments.map(({ cents }) => cents)) - sumCents([...reversals, ...refunds].map(({ cents }) => cents));
}
