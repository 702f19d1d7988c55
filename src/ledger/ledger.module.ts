import { Module } from '@nestjs/common';
import { CheckChain } from './actions/check-chain.js';
import { ClosePeriod } from './actions/close-period.js';
import { LedgerPeriods } from './data/ledger-periods.js';
import { PostEntry } from './actions/post-entry.js';
import { ChartOfAccounts } from './data/chart-of-accounts.js';
import { Collected } from './data/collected.js';
import { CreditBalances } from './data/credit-balances.js';
import { CreditPromises } from './data/credit-promises.js';
import { CreditHistory } from './data/credit-history.js';
import { DebtsAt } from './data/debts-at.js';
import { FindEntry } from './data/find-entry.js';
import { GivenUpDebts } from './data/given-up.js';
import { Imputations } from './data/imputations.js';
import { LedgerBook } from './data/ledger-book.js';
import { Movements } from './data/movements.js';
import { OpenBalances } from './data/open-balances.js';
import { PaidAmounts } from './data/paid-amounts.js';
import { Receipts } from './data/receipts.js';
import { SealChain } from './data/seal-chain.js';

const offered = [
  PostEntry,
  CheckChain,
  ClosePeriod,
  ChartOfAccounts,
  Collected,
  OpenBalances,
  CreditBalances,
  CreditHistory,
  CreditPromises,
  DebtsAt,
  FindEntry,
  GivenUpDebts,
  Imputations,
  LedgerBook,
  LedgerPeriods,
  Movements,
  PaidAmounts,
  Receipts,
  SealChain,
];

@Module({ providers: offered, exports: offered })
export class LedgerModule {}
