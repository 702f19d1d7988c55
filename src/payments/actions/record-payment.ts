import { Injectable } from '@nestjs/common';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../families/index.js';
import { type Allocated, ChartOfAccounts, LedgerPeriods, paymentEntry, PostEntry } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { PaymentAllocationRow } from '../data/payment-allocation.entity.js';
import { PaymentRow } from '../data/payment.entity.js';
import { paymentRecorded, receiptToSend } from '../events.js';
import { allocateOrHold, allocatePayment } from '../rules/allocation.js';
import { accountingDay, checkReceivedOn } from '../rules/payment-dates.js';
import type { PaymentToRecord } from '../rules/payment-to-record.js';
import { formatReceiptNumber, type Receipt, RECEIPT_SERIES } from '../rules/receipt.js';
import { refuseWaiting } from '../rules/waiting-debt.js';
import { FindClick } from './find-click.js';
import { type DueInvoice, FindDueInvoices } from './find-due-invoices.js';
import { PhotographReceipt } from './photograph-receipt.js';

export interface RecordedPayment {
  readonly payment: PaymentRow;
  /** True when this is a payment recorded a moment ago, and nothing was written. */
  readonly alreadyRecorded: boolean;
}

@Injectable()
export class RecordPayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly periods: LedgerPeriods,
    private readonly findClick: FindClick,
    private readonly findDueInvoices: FindDueInvoices,
    private readonly numbers: NumberSeries,
    private readonly photograph: PhotographReceipt,
    private readonly ledger: PostEntry,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records money received, settles invoices with it, posts it and gives it a receipt number, all at once. Throws
   * NOT_FOUND for a family of another collectivité, PAYMENT_DATE_REFUSED, PAYMENT_EXCEEDS_DUE,
   * PAYMENT_SHARES_DIFFER or PAYMENT_MEANS_REFUSED.
   */
  run(asked: PaymentToRecord): Promise<RecordedPayment> {
    return this.database.unit(async () => {
      const { collectiviteId, familyId } = asked;
      const now = this.clock.now();
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
      if (!family) throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans cette collectivité.');
      await this.accounts.holdFamily(collectiviteId, familyId);
      const click = asked.confirmSecond ? null : await this.findClick.run(asked, now);
      if (click) return { payment: click, alreadyRecorded: true };

      const today = dateIn(collectivite.timeZone, now);
      // A day that PayFiP or a bank tells is no slip of the keyboard, however old: the money is there.
      if (asked.recordedBy !== null) checkReceivedOn(asked.receivedOn, today);
      const due = await this.findDueInvoices.run(collectiviteId, familyId);
      refuseWaiting(asked, due, await this.findDueInvoices.waiting(collectiviteId, familyId));
      const { allocated, heldCents } = share(asked, due);
      const accountedOn = accountingDay(
        asked.receivedOn,
        today,
        issueDaysOf(allocated, due),
        await this.periods.firstOpenDay(collectiviteId),
      );
      const receiptNumber = await this.numbers.next(collectiviteId, RECEIPT_SERIES, accountedOn.year);
      const receipt = await this.photograph.run({
        asked,
        collectivite,
        family,
        due,
        allocated,
        heldCents,
        accountedOn,
        now,
        number: formatReceiptNumber(accountedOn.year, receiptNumber),
      });
      const payment = await this.write(asked, { accountedOn, receiptNumber, receipt, heldCents, now });
      await this.settle(payment, allocated);
      if (mailAddressesOf(family).length > 0) {
        const about = { collectiviteId, key: String(payment.id) };
        await this.outbox.emit(receiptToSend, { collectiviteId, paymentId: payment.id }, about);
      }
      return { payment, alreadyRecorded: false };
    });
  }

  private async write(
    asked: PaymentToRecord,
    facts: {
      accountedOn: Temporal.PlainDate;
      receiptNumber: number;
      receipt: Receipt;
      heldCents: Cents;
      now: Temporal.Instant;
    },
  ): Promise<PaymentRow> {
    const row: Omit<PaymentRow, 'id'> = {
      collectiviteId: asked.collectiviteId,
      familyId: asked.familyId,
      means: asked.means,
      amountCents: asked.cents,
      creditedCents: facts.heldCents,
      receivedOn: asked.receivedOn,
      accountedOn: facts.accountedOn,
      payerName: facts.receipt.payerName,
      reference: asked.reference ?? null,
      receiptYear: facts.accountedOn.year,
      receiptNumber: facts.receiptNumber,
      receipt: facts.receipt,
      receiptFileId: null,
      receiptHandedAt: null,
      recordedBy: asked.recordedBy,
      recordedAt: facts.now,
    };
    return { ...row, id: await this.database.insert(PaymentRow, row) };
  }

  private async settle(payment: PaymentRow, allocated: readonly Allocated[]): Promise<void> {
    const { id, collectiviteId, familyId, means, accountedOn, amountCents, creditedCents } = payment;
    const byInvoice = groupedBy(allocated, ({ invoiceId }) => invoiceId);
    for (const [invoiceId, parts] of byInvoice) {
      const settled = sumCents(parts.map(({ cents }) => cents));
      await this.database.insert(PaymentAllocationRow, {
        collectiviteId,
        paymentId: id,
        invoiceId,
        amountCents: settled,
      });
    }
    await this.ledger.run({
      collectiviteId,
      source: { kind: 'payment', id },
      date: accountedOn,
      label: `Quittance ${payment.receipt.number}`,
      entry: paymentEntry({ familyId, means, allocations: allocated, creditCents: creditedCents }),
    });
    await this.outbox.emit(
      paymentRecorded,
      { collectiviteId, paymentId: id, familyId, cents: amountCents, invoiceIds: [...byInvoice.keys()] },
      { collectiviteId, key: String(id) },
    );
  }
}

function share(asked: PaymentToRecord, due: readonly DueInvoice[]): { allocated: Allocated[]; heldCents: Cents } {
  return asked.excess === 'CREDIT'
    ? allocateOrHold(asked, due)
    : { allocated: allocatePayment(asked, due), heldCents: 0 };
}

function issueDaysOf(allocated: readonly Allocated[], due: readonly DueInvoice[]): Temporal.PlainDate[] {
  const settled = new Set(allocated.map(({ invoiceId }) => invoiceId));
  return due.filter(({ invoiceId }) => settled.has(invoiceId)).map(({ issuedOn }) => issuedOn);
}
