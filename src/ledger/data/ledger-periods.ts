import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { LedgerPeriodRow } from './ledger-period.entity.js';

@Injectable()
export class LedgerPeriods {
  constructor(private readonly database: Database) {}

  /** The first day for which something can still be posted; null while nothing was ever closed. */
  async firstOpenDay(collectiviteId: number): Promise<Temporal.PlainDate | null> {
    const [row] = await this.database.read(() =>
      this.database.rows<{ closed: string | null }>(
        'SELECT MAX(to_date) AS closed FROM ledger_periods WHERE collectivite_id = ?',
        [collectiviteId],
      ),
    );
    return row?.closed ? Temporal.PlainDate.from(row.closed).add({ days: 1 }) : null;
  }

  /** Every closing, the latest first. */
  list(collectiviteId: number): Promise<LedgerPeriodRow[]> {
    return this.database.read(() =>
      this.database.repository(LedgerPeriodRow).find({ where: { collectiviteId }, order: { toDate: 'DESC' } }),
    );
  }
}
