import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { ChartOfAccounts, OpenBalances, type OpenItemBalance } from '../../ledger/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { PaymentPlanRow } from '../data/payment-plan.entity.js';
import { PlanBook } from '../data/plan-book.js';
import { PlanInstalmentRow } from '../data/plan-instalment.entity.js';
import { PlanInvoiceRow } from '../data/plan-invoice.entity.js';
import { instalmentsProblems } from '../problems.js';
import { type Instalment, planFaults } from '../rules/plan.js';
import { MailPlan } from './mail-plan.js';

export interface PlanToAgree {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly invoiceIds: readonly number[];
  readonly instalments: readonly Instalment[];
  readonly note: string | null;
  readonly agreedBy: number;
}

@Injectable()
export class AgreePlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly balances: OpenBalances,
    private readonly book: PlanBook,
    private readonly mailPlan: MailPlan,
    private readonly audit: Audit,
  ) {}

  /**
   * Agrees on a plan for what is due of some invoices at the régie, and mails it to the family; answers its id. Throws
   * NOT_FOUND, PLAN_INVOICES_REFUSED, INVOICE_UNDER_PLAN or PLAN_NOT_VALID.
   */
  run(asked: PlanToAgree): Promise<number> {
    const { collectiviteId, familyId, instalments } = asked;
    return this.database.unit(async () => {
      const now = this.clock.now();
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      if (!(await this.findFamilies.run(collectiviteId, [familyId])).has(familyId)) {
        throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans cette collectivité.');
      }
      await this.accounts.holdFamily(collectiviteId, familyId);
      const today = dateIn(timeZone, now);
      const open = await this.openInvoices(asked);
      const totalCents = sumCents(open.map(dueOf));
      const errors = planFaults(instalments, totalCents, today);
      if (errors.length > 0) {
        throw instalmentsProblems.PLAN_NOT_VALID('Corrigez les échéances : rien n’a été enregistré.', {
          errors,
          extensions: { totalCents },
        });
      }
      const planId = await this.write(asked, open, { totalCents, today, now });
      await this.mailPlan.agreed(collectiviteId, planId);
      const subject = `payment-plan:${planId}`;
      const detail = { familyId, totalCents, instalments: instalments.length };
      await this.audit.record({
        collectiviteId,
        accountId: asked.agreedBy,
        action: 'payment-plan.agreed',
        subject,
        detail,
      });
      return planId;
    });
  }

  private async openInvoices({ collectiviteId, familyId, invoiceIds }: PlanToAgree): Promise<OpenItemBalance[]> {
    const open = (await this.balances.ofFamily(collectiviteId, familyId)).filter(({ invoiceId }) =>
      invoiceIds.includes(invoiceId),
    );
    const unknown = invoiceIds.filter((id) => !open.some(({ invoiceId }) => invoiceId === id));
    if (unknown.length > 0) {
      throw instalmentsProblems.PLAN_INVOICES_REFUSED(
        'Certaines factures ne sont pas de cette famille, ou n’attendent plus de paiement à la régie. Retirez-les.',
        { extensions: { invoiceIds: unknown } },
      );
    }
    const [held] = await this.book.heldFor(collectiviteId, invoiceIds);
    if (held) {
      const { number } = open.find(({ invoiceId }) => invoiceId === held[0])!;
      throw instalmentsProblems.INVOICE_UNDER_PLAN(
        `La facture ${number} se paie déjà en plusieurs fois. Mettez fin à cet échéancier avant d’en convenir d’un autre.`,
        { extensions: { planId: held[1] } },
      );
    }
    return open;
  }

  private async write(
    { collectiviteId, familyId, instalments, note, agreedBy }: PlanToAgree,
    open: readonly OpenItemBalance[],
    { totalCents, today, now }: { totalCents: number; today: Temporal.PlainDate; now: Temporal.Instant },
  ): Promise<number> {
    const planId = await this.database.insert(PaymentPlanRow, {
      collectiviteId,
      familyId,
      totalCents,
      agreedOn: today,
      agreedBy,
      agreedAt: now,
      note,
      endedOn: null,
      endedFor: null,
      endedBy: null,
      endReason: null,
    });
    await this.database.repository(PlanInvoiceRow).insert(
      open.map((invoice) => ({
        collectiviteId,
        planId,
        invoiceId: invoice.invoiceId,
        number: invoice.number,
        agreedCents: dueOf(invoice),
        active: 1 as const,
      })),
    );
    await this.database.repository(PlanInstalmentRow).insert(
      instalments.map(({ dueOn, cents }, index) => ({
        collectiviteId,
        planId,
        position: index + 1,
        dueOn,
        amountCents: cents,
        missTold: null,
      })),
    );
    return planId;
  }
}

function dueOf({ open }: OpenItemBalance): number {
  return sumCents(open.map(({ cents }) => cents));
}
