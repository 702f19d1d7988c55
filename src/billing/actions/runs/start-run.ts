import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { plainDate, typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { BillingRunRow, type RunKind, type RunState } from '../../data/billing-run.entity.js';
import { billingProblems } from '../../problems.js';
import { type BillingPeriod, isOver } from '../../rules/billing-period.js';
import { firstUnbilled } from '../../rules/covered-period.js';
import { spanInFrench } from '../../rules/days-in-french.js';

/** Opens a draft run for a period that no other run bills. */
@Injectable()
export class StartRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Answers the id of the run, still to be computed. `accountId` is null for the scheduled task. */
  run(
    collectiviteId: number,
    period: BillingPeriod,
    accountId: number | null,
    kind: 'ORDINARY' | 'CORRECTION' = 'ORDINARY',
  ): Promise<number> {
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
      const others = await this.overlapping(collectiviteId, period);
      refuseOverlap(others, kind);
      if (kind === 'CORRECTION') requireBilled(others, period);
      return this.database.insert(BillingRunRow, {
        collectiviteId,
        fromDate: period.from,
        toDate: period.to,
        kind,
        state: 'DRAFT',
        createdBy: accountId,
        createdAt: now,
        computation: 0,
        computedAt: null,
        issuesEverything: false,
        issuedAt: null,
      });
    });
  }

  /** Living runs with days of this period, the oldest first; the invoices of baskets paid at booking are no run. */
  private overlapping(collectiviteId: number, { from, to }: BillingPeriod): Promise<BillingRunRow[]> {
    return this.database
      .repository(BillingRunRow)
      .createQueryBuilder('run')
      .where("run.collectiviteId = :collectiviteId AND run.state <> 'DISCARDED' AND run.kind <> 'BOOKING'", {
        collectiviteId,
      })
      .andWhere('run.fromDate <= :to AND run.toDate >= :from', { to: to.toString(), from: from.toString() })
      .orderBy('run.id')
      .getMany();
  }
}

/** Days are billed by one run; a correction comes after those that are issued, one at a time. */
function refuseOverlap(others: readonly BillingRunRow[], kind: RunKind): void {
  const row = others.find((other) => other.state !== 'ISSUED' || (kind === 'ORDINARY' && other.kind === 'ORDINARY'));
  if (!row) return;
  const span = spanInFrench(row.fromDate, row.toDate);
  throw billingProblems.PERIOD_ALREADY_BILLED(typeset(`La campagne n° ${row.id}, ${span}, ${ADVICE[row.state]}`), {
    extensions: { runId: row.id, from: row.fromDate.toString(), to: row.toDate.toString(), state: row.state },
  });
}

function requireBilled(others: readonly BillingRunRow[], period: BillingPeriod): void {
  const billed = others
    .filter(({ kind, state }) => kind === 'ORDINARY' && state === 'ISSUED')
    .map(({ fromDate: from, toDate: to }) => ({ from, to }));
  const day = firstUnbilled(period, billed);
  if (day === null) return;
  throw billingProblems.PERIOD_NOT_BILLED(
    typeset(`Le ${plainDate(day)} n’est pas encore facturé : une régularisation porte sur des jours qui le sont.`),
  );
}

const ADVICE: Record<RunState, string> = {
  DRAFT: 'est en préparation : émettez-la, ou abandonnez-la avant d’en ouvrir une autre.',
  ISSUING: 'est en cours d’émission : choisissez d’autres jours.',
  ISSUED: 'a déjà facturé des jours de cette période : choisissez-en d’autres, ou ouvrez une régularisation.',
  DISCARDED: '',
};
