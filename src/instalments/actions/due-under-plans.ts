import { Injectable } from '@nestjs/common';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { OpenBalances } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PlanBook, type PlanPages } from '../data/plan-book.js';
import { shownPlan } from './find-plans.js';

/** An invoice that is paid in several times: what is late of it is what is late of the plan. */
export interface DueUnderPlan {
  readonly planId: number;
  /** The first instalment that is not paid, over or to come; null when the plan is paid. */
  readonly dueOn: Temporal.PlainDate | null;
}

/** When invoices are due where a plan says so, for the rooms that tell what is late. */
@Injectable()
export class DueUnderPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly balances: OpenBalances,
    private readonly book: PlanBook,
  ) {}

  /** Today, by invoice; those without a plan that is held are absent. */
  ofInvoices(collectiviteId: number, invoiceIds: readonly number[]): Promise<Map<number, DueUnderPlan>> {
    return this.database.read(async () => {
      const held = await this.book.heldFor(collectiviteId, invoiceIds);
      if (held.size === 0) return new Map<number, DueUnderPlan>();
      const plans = await this.book.byIds(collectiviteId, held.values());
      const all = plans.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId));
      const open = await this.balances.ofInvoices(collectiviteId, all);
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const openOf = (invoiceId: number) => sumCents((open.get(invoiceId) ?? []).map(({ cents }) => cents));
      return byInvoice(plans, openOf, dateIn(timeZone, this.clock.now()));
    });
  }

  /** The day on which the last plan of an invoice was ended before it was paid; absent where there was none. */
  endedFor(collectiviteId: number, invoiceIds: readonly number[]): Promise<Map<number, Temporal.PlainDate>> {
    return this.database.read(() => this.book.endedFor(collectiviteId, invoiceIds));
  }

  /** At the end of a day, by invoice, for plans that were held then; `openOf` is what was due of an invoice. */
  at(
    collectiviteId: number,
    day: Temporal.PlainDate,
    openOf: (invoiceId: number) => Cents,
  ): Promise<Map<number, DueUnderPlan>> {
    return this.database.read(async () =>
      byInvoice(await this.book.heldAt(collectiviteId, day.toString()), openOf, day),
    );
  }
}

function byInvoice(
  plans: readonly PlanPages[],
  openOf: (invoiceId: number) => Cents,
  day: Temporal.PlainDate,
): Map<number, DueUnderPlan> {
  return new Map(
    plans.flatMap((pages) => {
      const open = sumCents(pages.invoices.map(({ invoiceId }) => openOf(invoiceId)));
      const { nextDueOn } = shownPlan(pages, open, day).progress;
      return pages.invoices.map(({ invoiceId }) => [invoiceId, { planId: pages.plan.id, dueOn: nextDueOn }] as const);
    }),
  );
}
