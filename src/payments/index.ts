export {
  type OpenAmount,
  type OpenInvoice,
  type PaymentToAllocate,
  allocatePayment,
  payableBy,
} from './rules/allocation.js';
export { amountInWords, numberInWords } from './rules/amount-in-words.js';
export { type Means, CASH_LIMIT_CENTS, MEANS_OF_PAYMENT, canPay, meansLabel } from './rules/means.js';
