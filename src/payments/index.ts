import { PaymentAllocationRow } from './data/payment-allocation.entity.js';
import { PaymentRow } from './data/payment.entity.js';

export { PaymentsModule } from './payments.module.js';
export { FindPayments } from './actions/find-payments.js';
export { paymentRecorded } from './events.js';
export { amountInWords } from './rules/amount-in-words.js';
export { MEANS_OF_PAYMENT } from './rules/means.js';

export const paymentsEntities = [PaymentRow, PaymentAllocationRow];
