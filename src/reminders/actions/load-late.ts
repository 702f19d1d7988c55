import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { DueUnderPlans } from '../../instalments/index.js';
import { FindBeingPaid } from '../../payments/index.js';
import { OpenBalances } from '../../ledger/index.js';
import { ReminderBook } from '../data/reminder-book.js';
import type { LateInvoice } from '../rules/steps.js';

interface OpenInvoice {
  readonly invoiceId: number;
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  readonly openCents: Cents;
}

/** What the régie may collect, as the reminders see it; what is paid in several times, or being paid online or by debit, is left in peace. */
@Injectable()
export class LoadLate {
  constructor(
    private readonly balances: OpenBalances,
    private readonly plans: DueUnderPlans,
    private readonly beingPaid: FindBeingPaid,
    private readonly book: ReminderBook,
  ) {}

  /** Of one family; in a unit that holds its account, this stays true until the commit. */
  async ofFamily(collectiviteId: number, familyId: number): Promise<LateInvoice[]> {
    const open = await this.balances.ofFamily(collectiviteId, familyId);
    return this.lateAmong(
      collectiviteId,
      open.map(({ open: parts, ...invoice }) => ({ ...invoice, openCents: sumCents(parts.map(({ cents }) => cents)) })),
    );
  }

  /** Of every family, by family, in the order of their ids. */
  async ofAll(collectiviteId: number, today: Temporal.PlainDate): Promise<Map<number, LateInvoice[]>> {
    const open = (await this.balances.collectableAt(collectiviteId, today)).map(
      ({ invoicedCents, settledCents, ...item }) => ({
        ...item,
        openCents: invoicedCents - settledCents,
      }),
    );
    const late = new Map((await this.lateAmong(collectiviteId, open)).map((invoice) => [invoice.invoiceId, invoice]));
    const byFamily = new Map<number, LateInvoice[]>();
    for (const { familyId, invoiceId } of open) {
      const invoice = late.get(invoiceId);
      if (invoice) byFamily.set(familyId, [...(byFamily.get(familyId) ?? []), invoice]);
    }
    return new Map([...byFamily].sort(([a], [b]) => a - b));
  }

  private async lateAmong(collectiviteId: number, open: readonly OpenInvoice[]): Promise<LateInvoice[]> {
    const ids = open.map(({ invoiceId }) => invoiceId);
    const planned = await this.plans.ofInvoices(collectiviteId, ids);
    const taken = await this.book.takenFor(collectiviteId, ids);
    const paying = await this.beingPaid.among(collectiviteId, ids);
    const ended = await this.plans.endedFor(collectiviteId, ids);
    return open
      .filter(({ invoiceId }) => !planned.has(invoiceId) && !paying.has(invoiceId))
      .map(({ invoiceId, number, dueOn, openCents }) => ({
        invoiceId,
        number,
        dueOn,
        openCents,
        taken: taken.get(invoiceId) ?? [],
        planEndedOn: ended.get(invoiceId) ?? null,
      }));
  }
}
