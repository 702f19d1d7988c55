import { PaymentAllocationRow } from './data/payment-allocation.entity.js';
import { PaymentRow } from './data/payment.entity.js';

export * from './rules/index.js';
export { PaymentsModule } from './payments.module.js';
export { FindPayments } from './actions/find-payments.js';
export { paymentRecorded } from './events.js';

export const paymentsEntities = [PaymentRow, PaymentAllocationRow];
