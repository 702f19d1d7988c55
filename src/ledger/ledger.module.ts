import { Module } from '@nestjs/common';
import { PostEntry } from './actions/post-entry.js';
import { ChartOfAccounts } from './data/chart-of-accounts.js';
import { Movements } from './data/movements.js';
import { OpenBalances } from './data/open-balances.js';
import { Receipts } from './data/receipts.js';

const offered = [PostEntry, ChartOfAccounts, OpenBalances, Movements, Receipts];

@Module({ providers: offered, exports: offered })
export class LedgerModule {}
