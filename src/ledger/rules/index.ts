export {
  ACCOUNT_KINDS,
  type AccountCode,
  type AccountKind,
  accountLabel,
  type DebtKind,
  type Imputation,
  readAccount,
  TREASURY_ACCOUNT,
  writeOffAccount,
} from './account.js';
export type { DebtAt, DebtFilter, DebtsRead, ProductDebt } from './debt-at.js';
export { type EntryToSeal, sealedText } from './chain.js';
export type { CollectedDay, CollectedEntry, CollectedPart } from './collected.js';
export {
  type CreditNoteToPost,
  creditNoteEntry,
  type GivenUp,
  creditUseEntry,
  mirrorEntry,
  refundEntry,
  writeOffEntry,
} from './credit-entries.js';
export { type Allocated, type Entry, type EntryLine, type InvoiceToPost, invoiceEntry, paymentEntry } from './entry.js';
export { COLLECTED, type CollectedKind, type LineFilter } from './line-filter.js';
export type { OpenItemAt } from './open-item.js';
export { type Posting, type Source, SOURCE_KINDS, type SourceKind } from './posting.js';
export type { RecordedEntry } from './recorded-entry.js';
export type { CreditAccount, MeansAccount, MeansReceipts, PrestationReceipts, ReceiptTotals } from './receipts.js';
export { claimEntry, claimPaymentEntry, remittanceEntry } from './treasury-entries.js';
