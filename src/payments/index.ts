import { PaymentAllocationRow } from './data/payment-allocation.entity.js';
import { PaymentRow } from './data/payment.entity.js';

export { PaymentsModule } from './payments.module.js';
export { PaymentAllocationRow, PaymentRow };
export { FindPayments, type ReceiptRange } from './actions/find-payments.js';
export { PrintReceipt } from './actions/print-receipt.js';
export { type RecordedPayment, RecordPayment } from './actions/record-payment.js';
export type { PaymentToRecord } from './rules/payment-to-record.js';
export { paymentRecorded } from './events.js';
export { amountInWords } from './rules/amount-in-words.js';
export { type Means, MEANS_OF_PAYMENT, meansLabel } from './rules/means.js';
export { paymentsProblems } from './problems.js';

export const paymentsEntities = [PaymentRow, PaymentAllocationRow];
