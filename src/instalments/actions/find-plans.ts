import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { OpenBalances, remainsDue } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { PaymentPlanRow } from '../data/payment-plan.entity.js';
import { PlanBook, type PlanPages } from '../data/plan-book.js';
import { type PlanProgress, progressOf } from '../rules/progress.js';

export const PLAN_STATES = ['HELD', 'LATE', 'PAID', 'ENDED'] as const;
/** LATE: held, with an instalment that was not paid in time. PAID: nothing is due any more. */
export type PlanState = (typeof PLAN_STATES)[number];

export interface ShownPlan extends PlanPages {
  readonly progress: PlanProgress;
  readonly state: PlanState;
}

/** Plans with what the ledger says of them today. */
@Injectable()
export class FindPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly balances: OpenBalances,
    private readonly book: PlanBook,
  ) {}

  /** A plan of the collectivité, and of that family when one is given. Throws NOT_FOUND. */
  one(collectiviteId: number, planId: number, familyId?: number): Promise<ShownPlan> {
    return this.database.read(async () => {
      const [pages] = await this.book.byIds(collectiviteId, [planId]);
      if (!pages || (familyId !== undefined && pages.plan.familyId !== familyId)) {
        throw httpProblems.NOT_FOUND('Cet échéancier n’existe pas, ou vous n’y avez pas accès.');
      }
      return (await this.shown(collectiviteId, [pages]))[0]!;
    });
  }

  /** The plans of a family, the latest first. */
  ofFamily(collectiviteId: number, familyId: number): Promise<ShownPlan[]> {
    return this.database.read(async () => {
      const rows = await this.database
        .repository(PaymentPlanRow)
        .find({ where: { collectiviteId, familyId }, order: { id: 'DESC' } });
      return (await this.byRows(collectiviteId, rows)).reverse();
    });
  }

  /** The latest plans first, older than `after` when given; one more than the limit. */
  list(
    collectiviteId: number,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<ShownPlan[]> {
    return this.database.read(async () => {
      const rows = await this.database.repository(PaymentPlanRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      return (await this.byRows(collectiviteId, rows)).reverse();
    });
  }

  /** Some of the plans that are held and not paid, of the whole service, in the order of ids from after `after`. */
  unpaid(after: number, take: number): Promise<PaymentPlanRow[]> {
    return this.database.read(() =>
      this.database
        .repository(PaymentPlanRow)
        .createQueryBuilder('plan')
        .where({ id: MoreThan(after) })
        .andWhere('plan.endedOn IS NULL')
        .andWhere(
          `EXISTS (SELECT 1 FROM payment_plan_invoices p WHERE p.plan_id = plan.id AND ${remainsDue('p.invoice_id')})`,
        )
        .orderBy('plan.id')
        .limit(take)
        .getMany(),
    );
  }

  private byRows(collectiviteId: number, rows: readonly PaymentPlanRow[]): Promise<ShownPlan[]> {
    return this.book
      .byIds(
        collectiviteId,
        rows.map(({ id }) => id),
      )
      .then((pages) => this.shown(collectiviteId, pages));
  }

  private async shown(collectiviteId: number, pages: readonly PlanPages[]): Promise<ShownPlan[]> {
    if (pages.length === 0) return [];
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const ids = pages.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId));
    const balances = await this.balances.ofInvoices(collectiviteId, ids);
    return pages.map((one) => {
      const open = one.invoices.flatMap(({ invoiceId }) => balances.get(invoiceId)!.map(({ cents }) => cents));
      return shownPlan(one, sumCents(open), today);
    });
  }
}

export function shownPlan(pages: PlanPages, openCents: number, today: Temporal.PlainDate): ShownPlan {
  const instalments = pages.instalments.map(({ dueOn, amountCents }) => ({ dueOn, cents: amountCents }));
  const progress = progressOf(instalments, openCents, today);
  return { ...pages, progress, state: stateOf(pages.plan, progress) };
}

function stateOf({ endedOn }: PaymentPlanRow, { openCents, lateCents }: PlanProgress): PlanState {
  if (endedOn !== null) return 'ENDED';
  if (openCents <= 0) return 'PAID';
  return lateCents > 0 ? 'LATE' : 'HELD';
}
