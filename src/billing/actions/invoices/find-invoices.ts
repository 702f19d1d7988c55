import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { type DueUnderPlan, DueUnderPlans } from '../../../instalments/index.js';
import { OpenBalances, remainsDue } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { type Settlement, settlementOf } from '../../rules/settlement.js';

/** An issued invoice with what the ledger says of it. */
export interface InvoiceWithBalance {
  readonly invoice: InvoiceRow;
  /** What credit notes took back of it. */
  readonly creditedCents: Cents;
  /** Still due, in cents. */
  readonly openCents: Cents;
  readonly settlement: Settlement;
  /** The plan by which it is paid in several times, while it is held: what is late is then what is late of the plan. */
  readonly plan: DueUnderPlan | null;
}

export interface InvoiceFilter {
  readonly familyId?: number;
  readonly runId?: number;
  readonly issuedFrom?: Temporal.PlainDate;
  readonly issuedTo?: Temporal.PlainDate;
  /** Settled ones, or those still waiting for all or a part; both unless told. */
  readonly settled?: boolean;
}

/** Issued invoices, the latest first. */
@Injectable()
export class FindInvoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly openBalances: OpenBalances,
    private readonly dueUnderPlans: DueUnderPlans,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** One issued invoice of the collectivité (of the family, when one is given). Throws NOT_FOUND. */
  async one(collectiviteId: number, invoiceId: number, familyId?: number): Promise<InvoiceWithBalance> {
    return this.database.read(async () => {
      const invoice = await this.database.repository(InvoiceRow).findOneBy({
        id: invoiceId,
        collectiviteId,
        state: 'ISSUED',
        ...(familyId === undefined ? {} : { familyId }),
      });
      if (!invoice) throw httpProblems.NOT_FOUND('Cette facture n’existe pas, ou vous n’y avez pas accès.');
      const [withBalance] = await this.withBalances(collectiviteId, [invoice]);
      return withBalance!;
    });
  }

  /** At most `take` of them, older than the invoice `after` (0: from the latest). */
  async list(
    collectiviteId: number,
    filter: InvoiceFilter,
    after: number,
    take: number,
  ): Promise<InvoiceWithBalance[]> {
    return this.database.read(async () =>
      this.withBalances(collectiviteId, await this.page(collectiviteId, filter, { after, take })),
    );
  }

  private page(
    collectiviteId: number,
    { familyId, runId, issuedFrom, issuedTo, settled }: InvoiceFilter,
    { after, take }: { readonly after: number; readonly take: number },
  ): Promise<InvoiceRow[]> {
    const query = this.database
      .repository(InvoiceRow)
      .createQueryBuilder('invoice')
      .where("invoice.collectiviteId = :collectiviteId AND invoice.state = 'ISSUED'", { collectiviteId });
    if (after > 0) query.andWhere('invoice.id < :after', { after });
    if (familyId !== undefined) query.andWhere('invoice.familyId = :familyId', { familyId });
    if (runId !== undefined) query.andWhere('invoice.billingRunId = :runId', { runId });
    if (issuedFrom) query.andWhere('invoice.issuedOn >= :issuedFrom', { issuedFrom: issuedFrom.toString() });
    if (issuedTo) query.andWhere('invoice.issuedOn <= :issuedTo', { issuedTo: issuedTo.toString() });
    if (settled !== undefined) query.andWhere(`${settled ? 'NOT ' : ''}${remainsDue('invoice.id')}`);
    return query.orderBy('invoice.id', 'DESC').limit(take).getMany();
  }

  private async withBalances(collectiviteId: number, invoices: readonly InvoiceRow[]): Promise<InvoiceWithBalance[]> {
    if (invoices.length === 0) return [];
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const ids = invoices.map(({ id }) => id);
    const balances = await this.openBalances.ofInvoices(collectiviteId, ids);
    const atTreasury = await this.openBalances.atTreasury(collectiviteId, ids);
    const plans = await this.dueUnderPlans.ofInvoices(collectiviteId, ids);
    const credited = await this.creditedOf(ids);
    return invoices.map((invoice) => {
      const openCents = sumCents((balances.get(invoice.id) ?? []).map(({ cents }) => cents));
      const creditedCents = credited.get(invoice.id) ?? 0;
      const plan = plans.get(invoice.id) ?? null;
      const dueOn = plan?.dueOn ?? invoice.dueOn!;
      const { totalCents } = invoice;
      const state = { totalCents, creditedCents, dueOn, atTreasury: atTreasury.has(invoice.id) };
      const settlement = settlementOf(state, openCents, today);
      return { invoice, creditedCents, openCents, settlement, plan };
    });
  }

  private async creditedOf(invoiceIds: readonly number[]): Promise<Map<number, Cents>> {
    const credited = new Map<number, Cents>();
    for (const some of chunksOf(invoiceIds)) {
      const rows = await this.database.rows<{ invoice_id: number; cents: number | string }>(
        `SELECT invoice_id, SUM(total_cents) AS cents FROM credit_notes
         WHERE state = 'ISSUED' AND invoice_id IN (${some.map(() => '?').join(', ')}) GROUP BY invoice_id`,
        some,
      );
      for (const { invoice_id, cents } of rows) credited.set(Number(invoice_id), Number(cents));
    }
    return credited;
  }
}
