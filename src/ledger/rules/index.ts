export { type Imputation } from './account.js';
export { type Allocated, type InvoiceToPost, invoiceEntry, paymentEntry } from './entry.js';
export type { OpenItemAt } from './open-item.js';
export type { Posting } from './posting.js';
export type { PrestationReceipts, ReceiptTotals } from './receipts.js';
