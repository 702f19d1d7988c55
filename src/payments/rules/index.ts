export { amountInWords } from './amount-in-words.js';
export { MEANS_OF_PAYMENT } from './means.js';
export { formatPaperNumber } from './paper.js';
export { accountingDay } from './payment-dates.js';
export { formatReceiptNumber } from './receipt.js';
export { type RefundsTold, toldByList } from './refund-movement.js';
export { REFUND_MEANS } from './refund.js';
export { type ReversalReason, reversalLabel } from './reversal.js';
