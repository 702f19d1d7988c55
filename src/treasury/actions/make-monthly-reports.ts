import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import { monthsDue } from '../rules/closed-months.js';
import { MakeCollectionReport } from './make-collection-report.js';

/** Makes the collection report of each month that is over, in each collectivité, once. */
@Injectable()
export class MakeMonthlyReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly makeReport: MakeCollectionReport,
  ) {}

  /** Answers how many were made. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const lastMade = await this.lastMonths();
    const made = await eachInTurn(
      await this.findCollectivite.all(),
      async ({ id, createdAt: since, timeZone: zone }) => {
        let count = 0;
        for (const month of monthsDue({ since, lastMade: lastMade.get(id) ?? null, zone }, now))
          if (await this.makeReport.ofMonth(id, month)) count += 1;
        return count;
      },
    );
    return made.reduce((sum, count) => sum + count, 0);
  }

  private async lastMonths(): Promise<ReadonlyMap<number, Temporal.PlainYearMonth>> {
    const rows = await this.database.read(() =>
      this.database.rows<{ collectivite_id: number; month: string }>(
        'SELECT collectivite_id, MAX(month) AS month FROM collection_reports WHERE month IS NOT NULL GROUP BY collectivite_id',
      ),
    );
    return new Map(rows.map((row) => [row.collectivite_id, Temporal.PlainYearMonth.from(row.month)]));
  }
}
