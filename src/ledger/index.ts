export {
  type Account,
  type AccountCode,
  type Imputation,
  familyAccount,
  meansAccount,
  productAccount,
  readAccount,
} from './rules/account.js';
export {
  type Allocated,
  type Entry,
  type EntryLine,
  type InvoiceToPost,
  type PaymentToPost,
  balanced,
  invoiceEntry,
  paymentEntry,
} from './rules/entry.js';
