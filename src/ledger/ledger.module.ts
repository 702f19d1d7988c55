import { Module } from '@nestjs/common';
import { CheckChain } from './actions/check-chain.js';
import { PostEntry } from './actions/post-entry.js';
import { ChartOfAccounts } from './data/chart-of-accounts.js';
import { CreditBalances } from './data/credit-balances.js';
import { CreditPromises } from './data/credit-promises.js';
import { FindEntry } from './data/find-entry.js';
import { Imputations } from './data/imputations.js';
import { Movements } from './data/movements.js';
import { OpenBalances } from './data/open-balances.js';
import { PaidAmounts } from './data/paid-amounts.js';
import { Receipts } from './data/receipts.js';
import { SealChain } from './data/seal-chain.js';

const offered = [
  PostEntry,
  CheckChain,
  ChartOfAccounts,
  OpenBalances,
  CreditBalances,
  CreditPromises,
  FindEntry,
  Imputations,
  Movements,
  PaidAmounts,
  Receipts,
];

@Module({ providers: [...offered, SealChain], exports: offered })
export class LedgerModule {}
