import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { plainDate, typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { BillingRunRow, type RunState } from '../data/billing-run.entity.js';
import { billingProblems } from '../problems.js';
import { type BillingPeriod, isOver } from '../rules/billing-period.js';
import { spanInFrench } from '../rules/days-in-french.js';

/** Opens a draft run for a period that no other run bills. */
@Injectable()
export class StartRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Answers the id of the run, still to be computed. `accountId` is null for the scheduled task. */
  run(collectiviteId: number, period: BillingPeriod, accountId: number | null): Promise<number> {
    return this.database.unit(async () => {
      const now = this.clock.now();
      // The collectivité's row is the lock: of two runs at once, the second looks for an overlap after the first wrote.
      const lock = `SELECT id FROM collectivites WHERE id = ?${this.database.dialect.forUpdate}`;
      await this.database.rows(lock, [collectiviteId]);
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, now);
      if (!isOver(period, today)) {
        throw billingProblems.PERIOD_NOT_OVER(
          `Choisissez une période qui se termine au plus tard aujourd’hui, le ${plainDate(today)}.`,
        );
      }
      await this.refuseOverlap(collectiviteId, period);
      return this.database.insert(BillingRunRow, {
        collectiviteId,
        fromDate: period.from,
        toDate: period.to,
        kind: 'ORDINARY',
        state: 'DRAFT',
        createdBy: accountId,
        createdAt: now,
        computation: 0,
        computedAt: null,
        issuedAt: null,
      });
    });
  }

  private async refuseOverlap(collectiviteId: number, { from, to }: BillingPeriod): Promise<void> {
    const [other] = await this.database.rows<{ id: number }>(
      `SELECT id FROM billing_runs
       WHERE collectivite_id = ? AND state <> 'DISCARDED' AND from_date <= ? AND to_date >= ? ORDER BY id LIMIT 1`,
      [collectiviteId, to.toString(), from.toString()],
    );
    if (!other) return;
    const row = await this.database.repository(BillingRunRow).findOneByOrFail({ id: other.id });
    const span = spanInFrench(row.fromDate, row.toDate);
    throw billingProblems.PERIOD_ALREADY_BILLED(typeset(`La campagne n° ${row.id}, ${span}, ${ADVICE[row.state]}`), {
      extensions: { runId: row.id, from: row.fromDate.toString(), to: row.toDate.toString(), state: row.state },
    });
  }
}

const ADVICE: Record<RunState, string> = {
  DRAFT: 'est en préparation : émettez-la, ou abandonnez-la avant d’en ouvrir une autre.',
  ISSUING: 'est en cours d’émission : choisissez d’autres jours.',
  ISSUED: 'a déjà facturé des jours de cette période : choisissez-en d’autres.',
  DISCARDED: '',
};
