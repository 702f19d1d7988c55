import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { DueUnderPlans } from '../../instalments/index.js';
import { OpenBalances } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';

/** An invoice that went through all the reminders and is still due at the régie. */
export interface TransferProposal {
  readonly familyId: number;
  readonly invoiceId: number;
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  readonly openCents: Cents;
  readonly proposedOn: Temporal.PlainDate;
}

/** What the reminders propose to hand over to the Trésorerie: read anew each time, so that a payment takes it away. */
@Injectable()
export class DueForTransfer {
  constructor(
    private readonly database: Database,
    private readonly balances: OpenBalances,
    private readonly plans: DueUnderPlans,
  ) {}

  /** By family, then by due date. */
  run(collectiviteId: number): Promise<TransferProposal[]> {
    return this.database.read(async () => {
      const rows = await this.database.rows<ProposalRow>(
        `SELECT r.family_id, i.invoice_id, i.number, i.due_on, r.made_on
         FROM reminder_items i JOIN reminders r ON r.id = i.reminder_id
         WHERE i.collectivite_id = ? AND i.step = 'TRANSFER'
         ORDER BY r.family_id, i.due_on, i.invoice_id`,
        [collectiviteId],
      );
      const ids = rows.map(({ invoice_id }) => Number(invoice_id));
      const balances = await this.balances.ofInvoices(collectiviteId, ids);
      const waiting = await this.balances.atTreasury(collectiviteId, ids);
      const planned = await this.plans.ofInvoices(collectiviteId, ids);
      return rows.flatMap((row): TransferProposal[] => {
        const invoiceId = Number(row.invoice_id);
        const openCents = sumCents(balances.get(invoiceId)!.map(({ cents }) => cents));
        if (openCents <= 0 || planned.has(invoiceId) || waiting.has(invoiceId)) return [];
        return [
          {
            familyId: Number(row.family_id),
            invoiceId,
            number: row.number,
            dueOn: Temporal.PlainDate.from(row.due_on),
            openCents,
            proposedOn: Temporal.PlainDate.from(row.made_on),
          },
        ];
      });
    });
  }
}

interface ProposalRow {
  readonly family_id: number;
  readonly invoice_id: number;
  readonly number: string;
  readonly due_on: string;
  readonly made_on: string;
}
