import { Injectable } from '@nestjs/common';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import {
  ChartOfAccounts,
  type Entry,
  FindEntry,
  LedgerPeriods,
  mirrorEntry,
  PostEntry,
} from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { PaymentReversalRow } from '../../data/payment-reversal.entity.js';
import { PaymentRow } from '../../data/payment.entity.js';
import { paymentReversed, reversalToSend } from '../../events.js';
import { formatPaperNumber, PAPER_SERIES } from '../../rules/paper.js';
import { accountingDay } from '../../rules/payment-dates.js';
import type { SettledPart } from '../../rules/receipt.js';
import { checkOccurredOn, type ReversalPaper, type ReversalReason } from '../../rules/reversal.js';
import { type DueInvoice, FindDueInvoices } from '../find-due-invoices.js';
import { PhotographHead } from '../paper-head.js';
import { TakeCreditBack, type UndoneUse } from './take-credit-back.js';

export interface PaymentToReverse {
  readonly collectiviteId: number;
  readonly paymentId: number;
  readonly reason: ReversalReason;
  readonly note?: string | null;
  /** The day on which the payment failed; today unless told. */
  readonly occurredOn?: Temporal.PlainDate;
  readonly reversedBy: number | null;
}

export interface ReversedPayment {
  readonly reversal: PaymentReversalRow;
  /** True when it was reversed before, and nothing was written. */
  readonly alreadyReversed: boolean;
}

/** Undoes a payment that did not hold by a mirror of its entry: nothing that was written is changed. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly accounts: ChartOfAccounts,
    private readonly takeCreditBack: TakeCreditBack,
    private readonly entries: FindEntry,
    private readonly periods: LedgerPeriods,
    private readonly findDueInvoices: FindDueInvoices,
    private readonly head: PhotographHead,
    private readonly numbers: NumberSeries,
    private readonly ledger: PostEntry,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The invoices that the payment settled are due again; the credit that it left is taken back, its latest uses being
   * undone first where they are needed. A payment is reversed once: asked again, the first reversal is answered. Throws
   * NOT_FOUND, PAYMENT_DATE_REFUSED, and what taking the credit back does.
   */
  run(asked: PaymentToReverse): Promise<ReversedPayment> {
    return this.database.unit(async () => {
      const { collectiviteId } = asked;
      const now = this.clock.now();
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const payment = await this.held(asked);
      const earlier = await this.database
        .repository(PaymentReversalRow)
        .findOneBy({ collectiviteId, paymentId: payment.id });
      if (earlier) return { reversal: earlier, alreadyReversed: true };

      const today = dateIn(collectivite.timeZone, now);
      const occurredOn = asked.occurredOn ?? today;
      checkOccurredOn(occurredOn, payment.receivedOn, today);
      const { undone, promiseLoweredCents } = await this.takeCreditBack.prepare(payment);
      const accountedOn = accountingDay(
        occurredOn,
        today,
        [payment.accountedOn, ...undone.map(({ use }) => use.date)],
        await this.periods.firstOpenDay(collectiviteId),
      );
      const number = await this.numbers.next(collectiviteId, PAPER_SERIES.reversal, accountedOn.year);
      const label = formatPaperNumber('reversal', accountedOn.year, number);
      const head = await this.head.run(collectivite, { number: label, madeBy: asked.reversedBy, now });
      const row = {
        collectiviteId,
        paymentId: payment.id,
        familyId: payment.familyId,
        reason: asked.reason,
        accountedOn,
        year: accountedOn.year,
        number,
        paper: {
          ...head,
          reason: asked.reason,
          note: asked.note ?? null,
          occurredOn: occurredOn.toString(),
          accountedOn: accountedOn.toString(),
          ...told(payment),
          creditUndone: [],
          stillDueCents: 0,
          waitingCents: 0,
          promiseLoweredCents,
        } satisfies ReversalPaper as ReversalPaper,
        pdfFileId: null,
        reversedBy: asked.reversedBy,
        reversedAt: now,
      };
      const id = await this.database.insert(PaymentReversalRow, row);
      await this.takeCreditBack.post(payment, { id, accountedOn, label }, undone);
      const source = (await this.entries.ofSource(collectiviteId, { kind: 'payment', id: payment.id }))!;
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'payment-reversal', id },
        date: accountedOn,
        label: `Annulation ${label} de la quittance ${payment.receipt.number}`,
        entry: mirrorEntry(await this.entries.linesOf(source.id)),
      });
      const paper = { ...row.paper, ...(await this.dueAfterwards(payment, undone)) };
      await this.database.change('UPDATE payment_reversals SET paper = ? WHERE id = ?', [JSON.stringify(paper), id]);
      await this.tell({ ...row, id, paper }, payment);
      return { reversal: { ...row, id, paper }, alreadyReversed: false };
    });
  }

  /** The payment, with its family's account and its own row held. */
  private async held({ collectiviteId, paymentId }: PaymentToReverse): Promise<PaymentRow> {
    const found = await this.database.repository(PaymentRow).findOneBy({ collectiviteId, id: paymentId });
    if (!found) throw httpProblems.NOT_FOUND('Ce paiement n’existe pas, ou vous n’y avez pas accès.');
    await this.accounts.holdFamily(collectiviteId, found.familyId);
    // A bordereau de versement holds the payments that it takes: it comes before, or finds this one annulled.
    await this.database.rows(`SELECT id FROM payments WHERE id = ?${this.database.dialect.forUpdate}`, [paymentId]);
    return found;
  }

  private async dueAfterwards({ collectiviteId, familyId }: PaymentRow, undone: readonly UndoneUse[]) {
    const due = await this.findDueInvoices.run(collectiviteId, familyId);
    const waiting = await this.findDueInvoices.waiting(collectiviteId, familyId);
    return {
      creditUndone: undone.flatMap(({ entry }) => partsDueAgain(mirrorEntry(entry), [...due, ...waiting])),
      stillDueCents: totalOf(due),
      waitingCents: totalOf(waiting),
    };
  }

  private async tell(
    { id, collectiviteId, familyId }: PaymentReversalRow,
    { id: paymentId, amountCents, receipt }: PaymentRow,
  ): Promise<void> {
    const about = { collectiviteId, key: String(id) };
    await this.outbox.emit(
      paymentReversed,
      {
        collectiviteId,
        paymentId,
        reversalId: id,
        familyId,
        cents: amountCents,
        invoiceIds: [...new Set(receipt.settled.map(({ invoiceId }) => invoiceId))],
      },
      about,
    );
    await this.outbox.emit(reversalToSend, { collectiviteId, reversalId: id }, about);
  }
}

function told({ receipt, receivedOn, payerName, means, reference, amountCents, creditedCents }: PaymentRow) {
  return {
    receiptNumber: receipt.number,
    receivedOn: receivedOn.toString(),
    payerName,
    family: receipt.family,
    means,
    reference,
    cents: amountCents,
    dueAgain: receipt.settled,
    creditCents: creditedCents,
  };
}

function totalOf(due: readonly DueInvoice[]): Cents {
  return sumCents(due.flatMap(({ open }) => open.map(({ cents }) => cents)));
}

/** What an entry makes due, with the names that the invoices gave. */
function partsDueAgain({ lines }: Entry, due: readonly DueInvoice[]): SettledPart[] {
  return lines
    .filter(({ account, cents }) => account.startsWith('FAMILY:') && cents > 0)
    .map(({ invoiceId, prestationId, cents }) => {
      const invoice = due.find((one) => one.invoiceId === invoiceId)!;
      const { prestation } = invoice.open.find((open) => open.prestationId === prestationId)!;
      return { invoiceId: invoice.invoiceId, invoiceNumber: invoice.number, prestation, cents };
    });
}
