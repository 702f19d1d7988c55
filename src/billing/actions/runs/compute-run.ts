import { Injectable } from '@nestjs/common';
import { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions, SessionRevisions } from '../../../prestations/index.js';
import type { BillingRunRow } from '../../data/billing-run.entity.js';
import { DraftStore, type NewAnomaly } from '../../data/draft-store.js';
import { billingProblems } from '../../problems.js';
import { type BilledCharge, type CreditOnInvoice, differenceOf, type WaitingCredit } from '../../rules/difference.js';
import { type ChargeToBill, draftInvoices } from '../../rules/draft-invoices.js';
import { Tally } from '../../rules/tally.js';
import { FindBilled, placeKey } from '../charges/find-billed.js';
import { PreparePricing } from '../charges/prepare-pricing.js';
import { type Pricing, PriceSessions } from '../charges/price-sessions.js';
import { Runs } from './runs.js';

/** About as many charges as one unit can write while others hardly wait. */
const SESSIONS_AT_ONCE = 25;

/**
 * Computes the drafts of a run from what happened, after throwing away those of before. Step by step, each in its
 * own unit: a large commune does not keep the database to itself. Cut short, the run says that it is not computed.
 */
@Injectable()
export class ComputeRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: Runs,
    private readonly drafts: DraftStore,
    private readonly priceSessions: PriceSessions,
    private readonly findBilled: FindBilled,
    private readonly preparePricing: PreparePricing,
    private readonly findSessions: FindSessions,
    private readonly revisions: SessionRevisions,
  ) {}

  /** Throws RUN_NOT_DRAFT, or RUN_COMPUTED_ELSEWHERE when someone begins again meanwhile. */
  async run(collectiviteId: number, runId: number): Promise<void> {
    const begunAt = this.clock.now();
    const run = await this.runs.begin(collectiviteId, runId);
    await this.clear(run);
    const { pricing, sessionIds } = await this.prepare(run, begunAt);
    let computedRevision = 0;
    let tally = new Tally();
    for (const ids of chunksOf(sessionIds, SESSIONS_AT_ONCE))
      [computedRevision, tally] = await this.step(run, async () => {
        // Read first: what is committed from here on, and may be missed, has another revision.
        const revision = computedRevision + (await this.revisions.of(collectiviteId, ids));
        const counting = tally.copy();
        await this.bill(run, ids, { pricing, tally: counting });
        return [revision, counting] as const;
      });
    await this.step(run, async () => {
      await this.drafts.total(run);
      await this.drafts.claimCarried(run);
      if (run.kind === 'ORDINARY') await this.drafts.addUnusualAmounts(run);
      await this.database.change('UPDATE billing_runs SET computed_at = ?, computed_revision = ? WHERE id = ?', [
        begunAt.epochMilliseconds,
        computedRevision,
        run.id,
      ]);
    });
  }

  /** Throws away the drafts of a run that `Runs.begin` opened. */
  async clear(run: BillingRunRow): Promise<void> {
    while (await this.step(run, () => this.drafts.clearSome(run)));
  }

  private step<Result>(run: BillingRunRow, work: () => Promise<Result>): Promise<Result> {
    return this.database.unit(async () => {
      await this.runs.holdFor(run);
      return work();
    });
  }

  private prepare(run: BillingRunRow, now: Temporal.Instant): Promise<{ pricing: Pricing; sessionIds: number[] }> {
    const { collectiviteId, fromDate: from, toDate: to } = run;
    return this.database.read(async () => {
      const sessions = await this.findSessions.run(collectiviteId, { from, to });
      // In the order of time: the first use of a period carries its forfait.
      sessions.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date) || a.id - b.id);
      return {
        pricing: await this.preparePricing.run(collectiviteId, { from, to }, now),
        sessionIds: sessions.map(({ id }) => id),
      };
    });
  }

  private async bill(
    run: BillingRunRow,
    sessionIds: readonly number[],
    { pricing, tally }: { readonly pricing: Pricing; readonly tally: Tally },
  ): Promise<void> {
    const priced = await this.priceSessions.run(sessionIds, pricing, tally);
    const { charges, credits, waits } = this.differences(
      priced.charges,
      await this.findBilled.inSessions(run, sessionIds),
    );
    const drafts = draftInvoices(charges);
    const invoices = await this.drafts.invoicesOf(
      run,
      drafts.map(({ familyId }) => familyId),
    );
    try {
      await this.drafts.addCharges(
        run,
        drafts.flatMap(({ lines }) => lines),
        invoices,
      );
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw billingProblems.PERIOD_ALREADY_BILLED(
        'Une autre campagne a déjà compté certaines de ces séances. Choisissez une autre période.',
      );
    }
    await this.drafts.addCredits(run, credits, pricing.now);
    await this.drafts.addAnomalies(run, [...priced.anomalies, ...waits.map(waiting)]);
  }

  /** What is due now less what was billed so far; of a child of whom nothing is due any more, all that was billed. */
  private differences(
    due: readonly ChargeToBill[],
    billed: ReadonlyMap<string, BilledCharge[]>,
  ): { charges: ChargeToBill[]; credits: CreditOnInvoice[]; waits: WaitingCredit[] } {
    const dueAt = new Map(due.map((charge) => [placeKey(charge), charge]));
    const places = new Set([...dueAt.keys(), ...billed.keys()]);
    const differences = [...places].map((key) => differenceOf(dueAt.get(key) ?? null, billed.get(key) ?? []));
    return {
      charges: differences.flatMap(({ charge }) => charge ?? []),
      credits: differences.flatMap(({ credits }) => credits),
      // One of a child and a session: a day that changed hands while it was carried over is told once.
      waits: differences.flatMap(({ waits }) => waits.slice(0, 1)),
    };
  }
}

function waiting({ cents, ...place }: WaitingCredit): NewAnomaly {
  return { ...place, kind: 'LESS_ON_CARRIED_DAY', amountCents: cents };
}
