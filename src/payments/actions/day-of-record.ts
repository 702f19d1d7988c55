import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { LedgerPeriods } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { accountingDay } from '../rules/payment-dates.js';

/** The day for which counts what a régisseur records now, whenever it was decided. */
@Injectable()
export class DayOfRecord {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly periods: LedgerPeriods,
  ) {}

  /** Today, or the first day that is open where today is closed; never before what it undoes (`after`). */
  async run(collectiviteId: number, after?: Temporal.PlainDate): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const firstOpen = await this.periods.firstOpenDay(collectiviteId);
    return accountingDay(today, today, after ? [after] : [], firstOpen);
  }
}
