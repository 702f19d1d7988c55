import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { Problem } from '../../../kernel/problem.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { FindSessions } from '../../../prestations/index.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { needsAgent } from '../../rules/anomaly.js';
import { type BillingPeriod, monthToBill } from '../../rules/billing-period.js';
import { ComputeRun } from './compute-run.js';
import { IssueRun } from './issue-run.js';
import { ReadRuns } from './read-runs.js';
import { StartRun } from './start-run.js';

/** What became of one collectivité's month. */
export type MonthOutcome = 'ISSUED' | 'NOTHING_TO_DO' | 'WAITING_FOR_AGENT';

/** Bills the month that is over, for a collectivité that chose a day for it; once, and never beside another run. */
@Injectable()
export class BillMonth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSessions: FindSessions,
    private readonly startRun: StartRun,
    private readonly computeRun: ComputeRun,
    private readonly issueRun: IssueRun,
    private readonly readRuns: ReadRuns,
  ) {}

  /**
   * For each collectivité. A run that an agent must mend first, or that charges an absence whose proof may still come,
   * stays a draft and is tried again the next time.
   */
  async all(): Promise<MonthOutcome[]> {
    return eachInTurn(await this.findCollectivite.all(), (collectivite) => this.run(collectivite));
  }

  /** Finishes the runs whose issue was cut short, of every collectivité. */
  async finishIssues(): Promise<number> {
    const cut = await this.database.read(() =>
      this.database.repository(BillingRunRow).find({ where: { state: 'ISSUING' }, order: { id: 'ASC' } }),
    );
    await eachInTurn(cut, ({ collectiviteId, id }) => this.issueRun.run(collectiviteId, id, null));
    return cut.length;
  }

  private async run(collectivite: CollectiviteRow): Promise<MonthOutcome> {
    const period = monthToBill(collectivite.billingDay, dateIn(collectivite.timeZone, this.clock.now()));
    if (period === null) return 'NOTHING_TO_DO';
    try {
      const runId = await this.runToIssue(collectivite.id, period);
      if (runId === null) return 'NOTHING_TO_DO';
      await this.computeRun.run(collectivite.id, runId);
      const { anomalies } = await this.readRuns.one(collectivite.id, runId);
      if (anomalies.some(({ kind }) => needsAgent(kind))) return 'WAITING_FOR_AGENT';
      await this.issueRun.run(collectivite.id, runId, null);
      return 'ISSUED';
    } catch (error) {
      if (error instanceof Problem && error.kind.status < 500) return 'WAITING_FOR_AGENT';
      throw error;
    }
  }

  /** Its own draft of that month, or a new one; null when an agent has billed, or discarded, any of these days. */
  private async runToIssue(collectiviteId: number, period: BillingPeriod): Promise<number | null> {
    const known = await this.database.read(() =>
      this.database
        .repository(BillingRunRow)
        .createQueryBuilder('run')
        .where("run.collectiviteId = :collectiviteId AND run.kind = 'ORDINARY'", { collectiviteId })
        .andWhere('run.fromDate <= :to AND run.toDate >= :from', {
          from: period.from.toString(),
          to: period.to.toString(),
        })
        .getMany(),
    );
    const own = (run: BillingRunRow) =>
      run.createdBy === null && run.fromDate.equals(period.from) && run.toDate.equals(period.to);
    const living = known.filter(({ state }) => state !== 'DISCARDED');
    if (living.length === 1 && living[0]!.state === 'DRAFT' && own(living[0]!)) return living[0]!.id;
    if (living.length > 0 || known.some(own)) return null;
    const sessions = await this.findSessions.run(collectiviteId, period);
    return sessions.length > 0 ? this.startRun.run(collectiviteId, period, null) : null;
  }
}
