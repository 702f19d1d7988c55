import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { PaymentPlanRow } from './payment-plan.entity.js';
import { PlanInstalmentRow } from './plan-instalment.entity.js';
import { PlanInvoiceRow } from './plan-invoice.entity.js';

/** A plan with what it pays and when. */
export interface PlanPages {
  readonly plan: PaymentPlanRow;
  readonly invoices: readonly PlanInvoiceRow[];
  /** In the order of their dates. */
  readonly instalments: readonly PlanInstalmentRow[];
}

/** The rows of plans, each plan whole. */
@Injectable()
export class PlanBook {
  constructor(private readonly database: Database) {}

  /** Plans of a collectivité by their ids, in the order of ids; those of another one are left out. */
  async byIds(collectiviteId: number, planIds: Iterable<number>): Promise<PlanPages[]> {
    const pages: PlanPages[] = [];
    for (const ids of chunksOf([...new Set(planIds)].sort((a, b) => a - b))) {
      const plans = await this.database
        .repository(PaymentPlanRow)
        .find({ where: { collectiviteId, id: In(ids) }, order: { id: 'ASC' } });
      const ofThese = { collectiviteId, planId: In(plans.map(({ id }) => id)) };
      const invoices = await this.database.repository(PlanInvoiceRow).find({ where: ofThese, order: { id: 'ASC' } });
      const instalments = await this.database
        .repository(PlanInstalmentRow)
        .find({ where: ofThese, order: { planId: 'ASC', position: 'ASC' } });
      const invoicesOf = groupedBy(invoices, ({ planId }) => planId);
      const instalmentsOf = groupedBy(instalments, ({ planId }) => planId);
      for (const plan of plans) {
        pages.push({
          plan,
          invoices: invoicesOf.get(plan.id) ?? [],
          instalments: instalmentsOf.get(plan.id) ?? [],
        });
      }
    }
    return pages;
  }

  /** The plan that is held for each of these invoices; an invoice without one is absent. */
  async heldFor(collectiviteId: number, invoiceIds: Iterable<number>): Promise<Map<number, number>> {
    const held = new Map<number, number>();
    for (const ids of chunksOf(invoiceIds)) {
      const rows = await this.database
        .repository(PlanInvoiceRow)
        .findBy({ collectiviteId, invoiceId: In(ids), active: 1 });
      for (const { invoiceId, planId } of rows) held.set(invoiceId, planId);
    }
    return held;
  }

  /** The day of the last end of a plan, by invoice. */
  async endedFor(collectiviteId: number, invoiceIds: Iterable<number>): Promise<Map<number, Temporal.PlainDate>> {
    const ended = new Map<number, Temporal.PlainDate>();
    for (const ids of chunksOf(invoiceIds)) {
      const rows = await this.database.rows<{ invoice_id: number; ended_on: string }>(
        `SELECT i.invoice_id, MAX(p.ended_on) AS ended_on
         FROM payment_plan_invoices i JOIN payment_plans p ON p.id = i.plan_id
         WHERE i.collectivite_id = ? AND i.invoice_id IN (${ids.map(() => '?').join(', ')}) AND p.ended_on IS NOT NULL
         GROUP BY i.invoice_id`,
        [collectiviteId, ...ids],
      );
      for (const row of rows) ended.set(Number(row.invoice_id), Temporal.PlainDate.from(row.ended_on));
    }
    return ended;
  }

  /** The plans that were held at the end of the day `at`. */
  async heldAt(collectiviteId: number, at: string): Promise<PlanPages[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT id FROM payment_plans WHERE collectivite_id = ? AND agreed_on <= ? AND (ended_on IS NULL OR ended_on > ?)',
      [collectiviteId, at, at],
    );
    return this.byIds(
      collectiviteId,
      rows.map(({ id }) => Number(id)),
    );
  }
}
