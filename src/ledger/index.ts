import { LedgerAccountRow } from './data/ledger-account.entity.js';
import { LedgerEntryRow } from './data/ledger-entry.entity.js';
import { LedgerLineRow } from './data/ledger-line.entity.js';

export { LedgerModule } from './ledger.module.js';
export { PostEntry } from './actions/post-entry.js';
export { ChartOfAccounts } from './data/chart-of-accounts.js';
export { Movements } from './data/movements.js';
export { OpenBalances, type OpenItemAt } from './data/open-balances.js';
export { type PrestationReceipts, Receipts, type ReceiptTotals } from './data/receipts.js';
export { type Imputation } from './rules/account.js';
export { type Allocated, type InvoiceToPost, invoiceEntry, paymentEntry } from './rules/entry.js';
export type { Posting } from './rules/posting.js';

export const ledgerEntities = [LedgerAccountRow, LedgerEntryRow, LedgerLineRow];
