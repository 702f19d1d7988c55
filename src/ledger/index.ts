import { LedgerAccountRow } from './data/ledger-account.entity.js';
import { LedgerEntryRow } from './data/ledger-entry.entity.js';
import { LedgerLineRow } from './data/ledger-line.entity.js';

export * from './rules/index.js';
export { LedgerModule } from './ledger.module.js';
export { PostEntry } from './actions/post-entry.js';
export { ChartOfAccounts } from './data/chart-of-accounts.js';
export { Movements } from './data/movements.js';
export { OpenBalances, remainsDue } from './data/open-balances.js';
export { Receipts } from './data/receipts.js';

export const ledgerEntities = [LedgerAccountRow, LedgerEntryRow, LedgerLineRow];
