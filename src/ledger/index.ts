import { LedgerAccountRow } from './data/ledger-account.entity.js';
import { LedgerEntryRow } from './data/ledger-entry.entity.js';
import { LedgerLineRow } from './data/ledger-line.entity.js';

export { LedgerModule } from './ledger.module.js';
export { PostEntry } from './actions/post-entry.js';
export { ChartOfAccounts } from './data/chart-of-accounts.js';
export { type Movement, Movements } from './data/movements.js';
export { type OpenBalance, OpenBalances, type OpenItemAt, type OpenItemBalance } from './data/open-balances.js';
export { type MeansReceipts, type PrestationReceipts, Receipts, type ReceiptTotals } from './data/receipts.js';
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
export type { OpenItem, Posting, Source, SourceKind } from './rules/posting.js';
export { ledgerProblems } from './problems.js';

export const ledgerEntities = [LedgerAccountRow, LedgerEntryRow, LedgerLineRow];
