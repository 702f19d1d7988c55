import { CreditPromiseRow } from './data/credit-promise.entity.js';
import { LedgerAccountRow } from './data/ledger-account.entity.js';
import { LedgerEntryRow } from './data/ledger-entry.entity.js';
import { LedgerLineRow } from './data/ledger-line.entity.js';
import { LedgerPeriodRow } from './data/ledger-period.entity.js';
import { LedgerSealRow } from './data/ledger-seal.entity.js';

export * from './rules/index.js';
export { LedgerModule } from './ledger.module.js';
export { PostEntry } from './actions/post-entry.js';
export { ChartOfAccounts } from './data/chart-of-accounts.js';
export { ClosePeriod } from './actions/close-period.js';
export { LedgerPeriods } from './data/ledger-periods.js';
export { ledgerProblems } from './problems.js';
export { CreditBalances } from './data/credit-balances.js';
export { CreditPromises } from './data/credit-promises.js';
export { CreditHistory, type CreditMovement } from './data/credit-history.js';
export { LedgerBook } from './data/ledger-book.js';
export { DebtsAt } from './data/debts-at.js';
export { FindEntry } from './data/find-entry.js';
export { GivenUpDebts } from './data/given-up.js';
export { Imputations } from './data/imputations.js';
export { Movements } from './data/movements.js';
export { OpenBalances, type OpenItemBalance, remainsDue } from './data/open-balances.js';
export { type FamilyReceipt, type PaidAmount, PaidAmounts } from './data/paid-amounts.js';
export { type Opening, type ReadAgain, Receipts } from './data/receipts.js';
export { entryToSeal, HEAD_COLUMNS, type HeadColumns } from './data/entry-to-seal.js';
export { entryLineOf, LINE_COLUMNS, type LineColumns } from './data/line-columns.js';
export { type BrokenChain, CheckChain } from './actions/check-chain.js';
export { Collected } from './data/collected.js';
export { type Conditions, entryConditions, lineConditions } from './data/line-conditions.js';
export { CHAIN_SERIES, CHAIN_YEAR, SealChain } from './data/seal-chain.js';

export const ledgerEntities = [
  CreditPromiseRow,
  LedgerAccountRow,
  LedgerEntryRow,
  LedgerLineRow,
  LedgerPeriodRow,
  LedgerSealRow,
];
