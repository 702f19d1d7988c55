import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, letterSignature } from '../../../collectivites/index.js';
import { type FamilyCard, mailAddressesOf } from '../../../families/index.js';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import type { Cents } from '../../../kernel/money.js';
import { invoiceEntry, OpenBalances, PostEntry } from '../../../ledger/index.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { PrestationRow } from '../../../prestations/index.js';
import type { InvoiceRow } from '../../data/invoice.entity.js';
import { invoiceIssued } from '../../events.js';
import type { WaysOf } from './find-payment-ways.js';
import { invoiceMail } from './invoice-mail.js';
import { UseCredit } from './use-credit.js';
import { budgetYear, formatInvoiceNumber } from '../../rules/invoice-number.js';
import type { ChargeToShow } from '../../rules/invoice-lines.js';
import { type InvoiceSnapshot, issuerOf, payerOf, photograph } from '../../rules/invoice-snapshot.js';

interface InvoiceToIssue {
  readonly invoice: InvoiceRow;
  readonly charges: readonly ChargeToShow[];
  readonly prestations: ReadonlyMap<number, PrestationRow>;
  readonly collectivite: CollectiviteRow;
  readonly family: FamilyCard;
  /** What of the family's credit may be spent: it pays the invoice at once, as far as it goes. */
  readonly creditCents: Cents;
  /** Issued for what was just paid: the family has its receipt, and gets no mail about it. */
  readonly paidAtBooking?: boolean;
  /** Absent where nothing is left to pay. */
  readonly waysOf?: WaysOf;
  readonly now: Temporal.Instant;
}

/** Makes one draft an invoice, in the caller's unit: number, photograph, ledger, mail and event together. */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumberSeries,
    private readonly postEntry: PostEntry,
    private readonly openBalances: OpenBalances,
    private readonly useCredit: UseCredit,
    private readonly mails: MailQueue,
    private readonly outbox: Outbox,
    private readonly configuration: Configuration,
  ) {}

  async run(asked: InvoiceToIssue): Promise<void> {
    const { invoice, charges, prestations, collectivite, family, paidAtBooking = false, waysOf, now } = asked;
    const issuedOn = dateIn(collectivite.timeZone, now);
    const year = budgetYear(issuedOn);
    const rank = await this.numbers.next(invoice.collectiviteId, invoice.series, year);
    const creditUsedCents = Math.min(asked.creditCents, invoice.totalCents);
    const ways = waysOf?.(invoice, invoice.totalCents - creditUsedCents);
    const snapshot = photograph(
      {
        number: formatInvoiceNumber(invoice.series, year, rank),
        issuedAt: now,
        issuedOn,
        paymentDays: collectivite.paymentDays,
        period: { from: invoice.periodFrom, to: invoice.periodTo },
        creditUsedCents,
        paidAtBooking,
        ...(ways ? { ways } : {}),
      },
      issuerOf(collectivite),
      payerOf(family),
      charges,
    );
    await this.freeze(invoice, year, rank, snapshot);
    await this.post(invoice, charges, prestations, snapshot);
    await this.payByCredit(invoice, snapshot);
    if (!paidAtBooking) await this.write(invoice, snapshot, collectivite, family);
    await this.tell(invoice, snapshot);
  }

  private async freeze(invoice: InvoiceRow, year: number, rank: number, snapshot: InvoiceSnapshot): Promise<void> {
    if (snapshot.totalCents !== invoice.totalCents) {
      throw new Error(`the charges of the draft ${invoice.id} do not add up to its total`);
    }
    const changed = await this.database.change(
      `UPDATE invoices SET state = 'ISSUED', year = ?, number = ?, issued_on = ?, due_on = ?, snapshot = ?
       WHERE id = ? AND state = 'DRAFT'`,
      [year, rank, snapshot.issuedOn, snapshot.dueOn, JSON.stringify(snapshot), invoice.id],
    );
    if (changed !== 1) throw new Error(`the invoice ${invoice.id} is no draft any more`);
  }

  private async post(
    { id: invoiceId, collectiviteId, familyId }: InvoiceRow,
    charges: readonly ChargeToShow[],
    prestations: ReadonlyMap<number, PrestationRow>,
    { number, issuedOn, dueOn }: InvoiceSnapshot,
  ): Promise<void> {
    const lines = charges.map(({ prestationId, cents }) => {
      const { budgetNature: nature, budgetFunction } = prestations.get(prestationId)!;
      return { prestationId, imputation: { nature, function: budgetFunction }, cents };
    });
    await this.postEntry.run({
      collectiviteId,
      source: { kind: 'invoice', id: invoiceId },
      date: Temporal.PlainDate.from(issuedOn),
      label: `Facture ${number}`,
      entry: invoiceEntry({ invoiceId, familyId, lines }),
      openItem: { invoiceId, number, dueOn: Temporal.PlainDate.from(dueOn) },
    });
  }

  private async payByCredit({ id, collectiviteId, familyId }: InvoiceRow, snapshot: InvoiceSnapshot): Promise<void> {
    const { number, issuedOn, creditUsedCents: creditCents = 0 } = snapshot;
    if (creditCents === 0) return;
    const open = (await this.openBalances.ofInvoices(collectiviteId, [id])).get(id)!;
    const usedOn = Temporal.PlainDate.from(issuedOn);
    const asked = { collectiviteId, familyId, invoice: { id, number }, open, creditCents, usedOn, accountId: null };
    const used = await this.useCredit.run(asked);
    if (used !== creditCents)
      throw new Error(`the invoice ${id} says that ${creditCents} of credit paid it, not ${used}`);
  }

  private async write(
    { id: invoiceId, collectiviteId }: InvoiceRow,
    snapshot: InvoiceSnapshot,
    collectivite: CollectiviteRow,
    family: FamilyCard,
  ): Promise<void> {
    const url = `${this.configuration.publicUrl}/factures/${invoiceId}`;
    for (const [rank, to] of mailAddressesOf(family).entries()) {
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: invoiceMail(snapshot, to.name, url, letterSignature(collectivite)),
        reference: `invoice:${invoiceId}`,
        key: `invoice:${invoiceId}:${rank}`,
      });
    }
  }

  private async tell(
    { id: invoiceId, collectiviteId, familyId }: InvoiceRow,
    snapshot: InvoiceSnapshot,
  ): Promise<void> {
    const { number, totalCents, dueOn } = snapshot;
    const issued = { collectiviteId, invoiceId, familyId, number, totalCents, dueOn };
    await this.outbox.emit(invoiceIssued, issued, { collectiviteId, key: String(invoiceId) });
  }
}
