import { DebitRow } from './data/debit.entity.js';
import { DebitRunRow } from './data/debit-run.entity.js';
import { PaymentAllocationRow } from './data/payment-allocation.entity.js';
import { OnlinePaymentInvoiceRow } from './data/online-payment-invoice.entity.js';
import { OnlinePaymentRow } from './data/online-payment.entity.js';
import { PayfipSettingsRow } from './data/payfip-settings.entity.js';
import { PaymentRow } from './data/payment.entity.js';
import { regieEntities } from './regie.js';

export * from './rules/index.js';
export { PaymentsModule } from './payments.module.js';
export { FindBeingPaid } from './actions/online/find-being-paid.js';
export { FindPayments } from './actions/find-payments.js';
export { PollPayfip } from './actions/online/poll-payfip.js';
export {
  type OnlinePaymentToStart,
  type StartedOnlinePayment,
  StartOnlinePayment,
} from './actions/online/start-online-payment.js';
export { UndecidedDebits } from './data/undecided-debits.js';
export { paymentsProblems } from './problems.js';
export { RecordPayment } from './actions/record-payment.js';
export { FindPayfipSettings } from './data/find-payfip-settings.js';
export { type Deduction, Deductions } from './data/deductions.js';
export { RefundMovements } from './data/refund-movements.js';
export { WriteOffNatures } from './data/write-off-natures.js';
export { FindReversals } from './actions/reversals/find-reversals.js';
export { type PaymentToReverse, ReversePayment } from './actions/reversals/reverse-payment.js';
export {
  onlinePaymentFailed,
  onlinePaymentSettled,
  type OnlineTarget,
  paymentRecorded,
  paymentReversed,
} from './events.js';

export const paymentsEntities = [
  PaymentRow,
  PaymentAllocationRow,
  ...regieEntities,
  PayfipSettingsRow,
  OnlinePaymentRow,
  OnlinePaymentInvoiceRow,
  DebitRunRow,
  DebitRow,
];
