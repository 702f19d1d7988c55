import { Injectable } from '@nestjs/common';
import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LedgerPeriodRow } from '../data/ledger-period.entity.js';
import { LedgerPeriods } from '../data/ledger-periods.js';
import { SealChain } from '../data/seal-chain.js';

/** Closes the ledger up to a day, for ever: there is no way back. */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly periods: LedgerPeriods,
    private readonly chain: SealChain,
  ) {}

  /**
   * Answers false when that day was closed already. The caller has checked that the day is over. What is being posted
   * at the same time is either in before, or finds the day closed: both hold the chain.
   */
  run(collectiviteId: number, toDate: Temporal.PlainDate, closedBy: number | null): Promise<boolean> {
    return this.database.unit(async () => {
      const chainRank = await this.chain.hold(collectiviteId);
      const open = await this.periods.firstOpenDay(collectiviteId);
      if (open && isBefore(toDate, open)) return false;
      const closedAt = this.clock.now();
      await this.database.insert(LedgerPeriodRow, { collectiviteId, toDate, chainRank, closedAt, closedBy });
      return true;
    });
  }
}
