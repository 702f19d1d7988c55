import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { BillingRunRow, type RunState } from '../../data/billing-run.entity.js';
import { billingProblems } from '../../problems.js';

const STATE_NAMES: Record<Exclude<RunState, 'DRAFT'>, string> = {
  ISSUING: 'en cours d’émission',
  ISSUED: 'émise',
  DISCARDED: 'abandonnée',
};

/** How the actions on a run find it, and keep each other from changing it at the same time. */
@Injectable()
export class Runs {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND, for a run of another collectivité too. */
  async find(collectiviteId: number, runId: number): Promise<BillingRunRow> {
    const run = await this.database.read(() =>
      this.database.repository(BillingRunRow).findOneBy({ id: runId, collectiviteId }),
    );
    if (!run) throw httpProblems.NOT_FOUND('Cette campagne de facturation n’existe pas, ou vous n’y avez pas accès.');
    return run;
  }

  /** The run as it is now, which nobody else changes until the end of the caller's unit. */
  async hold(collectiviteId: number, runId: number): Promise<BillingRunRow> {
    const lock = `SELECT id FROM billing_runs WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`;
    await this.database.rows(lock, [runId, collectiviteId]);
    return this.find(collectiviteId, runId);
  }

  /**
   * Begins to rewrite the drafts of a run: whoever was rewriting them stops at its next step. Answers the run with
   * the computation that `holdFor` asks for. Throws RUN_NOT_DRAFT.
   */
  begin(collectiviteId: number, runId: number): Promise<BillingRunRow> {
    return this.database.unit(async () => {
      const run = await this.hold(collectiviteId, runId);
      this.requireDraft(run);
      const computation = run.computation + 1;
      await this.database
        .repository(BillingRunRow)
        .update({ id: run.id }, { computation, computedAt: null, computedRevision: null });
      return { ...run, computation, computedAt: null, computedRevision: null };
    });
  }

  /** Inside a unit: holds the run for one step of a computation. Throws RUN_COMPUTED_ELSEWHERE when it was overtaken. */
  async holdFor(begun: BillingRunRow): Promise<void> {
    const run = await this.hold(begun.collectiviteId, begun.id);
    if (run.state !== 'DRAFT' || run.computation !== begun.computation) {
      throw billingProblems.RUN_COMPUTED_ELSEWHERE(
        'Une autre personne a relancé le calcul de cette campagne, ou l’a abandonnée. Rechargez-la pour voir où elle en est.',
      );
    }
  }

  requireDraft({ state }: BillingRunRow): void {
    if (state === 'DRAFT') return;
    throw billingProblems.RUN_NOT_DRAFT(`Cette campagne est ${STATE_NAMES[state]} : elle ne peut plus être modifiée.`);
  }
}
