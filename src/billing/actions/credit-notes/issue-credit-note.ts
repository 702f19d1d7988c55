import { Injectable } from '@nestjs/common';
import { FindCollectivite, letterSignature } from '../../../collectivites/index.js';
import { FindFamilies, mailAddressesOf } from '../../../families/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import {
  creditNoteEntry,
  type DebtKind,
  type Entry,
  FindEntry,
  GivenUpDebts,
  type Imputation,
  OpenBalances,
  PostEntry,
  readAccount,
} from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { CREDIT_NOTE_SERIES } from '../../data/credit-note-store.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import type { InvoiceRow } from '../../data/invoice.entity.js';
import { creditNoteIssued } from '../../events.js';
import type { CreditLine } from '../../rules/credit-lines.js';
import { creditedChildren, type CreditNoteSnapshot } from '../../rules/credit-note-snapshot.js';
import { creditReasonInFrench } from '../../rules/credit-reason.js';
import { budgetYear, formatInvoiceNumber } from '../../rules/invoice-number.js';
import { issuerOf, payerOf } from '../../rules/invoice-snapshot.js';
import { creditNoteMail } from './credit-note-mail.js';
import type { CreditableCharge } from './find-creditable.js';

interface WhatItTakesBack {
  readonly invoice: InvoiceRow;
  readonly charges: readonly CreditableCharge[];
  readonly lines: readonly CreditLine[];
}

/**
 * Gives a credit note its number, in the caller's unit, which holds the family's account and has counted the lines in
 * their charges: photograph, ledger, mail and event together.
 */
@Injectable()
export class IssueCreditNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly openBalances: OpenBalances,
    private readonly givenUpDebts: GivenUpDebts,
    private readonly entries: FindEntry,
    private readonly numbers: NumberSeries,
    private readonly postEntry: PostEntry,
    private readonly mails: MailQueue,
    private readonly outbox: Outbox,
    private readonly configuration: Configuration,
  ) {}

  async run(note: CreditNoteRow, { invoice, charges, lines }: WhatItTakesBack): Promise<CreditNoteRow> {
    const { collectiviteId, familyId, invoiceId, totalCents } = note;
    const now = this.clock.now();
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
    const issuedOn = dateIn(collectivite.timeZone, now);
    const { debt, open, waiting } = await this.debtOf(collectiviteId, invoiceId);
    const chargeOf = new Map(charges.map((charge) => [charge.chargeId, charge]));
    const imputations = await this.imputationsOf(collectiviteId, invoiceId);
    const posted = lines.map(({ chargeId, cents }) => {
      const { prestationId } = chargeOf.get(chargeId)!.row;
      return { prestationId, imputation: imputations.get(prestationId)!, cents };
    });
    const givenUp = await this.givenUpDebts.ofInvoice(collectiviteId, invoiceId);
    const entry = creditNoteEntry({ invoiceId, familyId, lines: posted, debt, open, waiting, givenUp });
    const held = entry.lines.filter(({ account }) => readAccount(account).kind === 'CREDIT');
    const heldCents = -sumCents(held.map(({ cents }) => cents));
    const loweredCents = totalCents - heldCents;

    const year = budgetYear(issuedOn);
    const number = await this.numbers.next(collectiviteId, CREDIT_NOTE_SERIES, year);
    const printed = formatInvoiceNumber(CREDIT_NOTE_SERIES, year, number);
    const snapshot: CreditNoteSnapshot = {
      number: printed,
      issuedAt: now.toString(),
      issuedOn: issuedOn.toString(),
      invoice: {
        number: invoice.snapshot!.number,
        issuedOn: invoice.issuedOn!.toString(),
        totalCents: invoice.totalCents,
      },
      reason: creditReasonInFrench(note.reason, note.reasonText),
      collectivite: issuerOf(collectivite),
      payer: payerOf(family),
      children: creditedChildren(
        lines.map(({ chargeId, cents }) => {
          const { row, childName } = chargeOf.get(chargeId)!;
          const { childId, date, label, amountCents: billedCents } = row;
          return { childId, childName, date, label, billedCents, cents };
        }),
      ),
      totalCents,
      loweredCents,
      heldCents,
      stillDueCents: sumCents([...open.values(), ...waiting.values()]) - settledBy(entry),
    };
    await this.freeze(note, { year, number, snapshot });
    await this.postEntry.run({
      collectiviteId,
      source: { kind: 'credit-note', id: note.id },
      date: issuedOn,
      label: `Avoir ${printed} sur la facture ${snapshot.invoice.number}`,
      entry,
    });
    for (const [rank, to] of mailAddressesOf(family).entries()) {
      const url = `${this.configuration.publicUrl}/factures/${invoiceId}`;
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: creditNoteMail(snapshot, to.name, url, letterSignature(collectivite)),
        reference: `credit-note:${note.id}`,
        key: `credit-note:${note.id}:${rank}`,
      });
    }
    const issued = { collectiviteId, creditNoteId: note.id, invoiceId, familyId, number: printed };
    await this.outbox.emit(
      creditNoteIssued,
      { ...issued, totalCents, loweredCents },
      { collectiviteId, key: String(note.id) },
    );
    return { ...note, state: 'ISSUED', year, number, issuedOn, loweredCents, snapshot };
  }

  /**
   * What is still due of an invoice, and to whom: the régie, or the comptable once a titre was issued. What became due
   * again at the régie since waits there.
   */
  private async debtOf(
    collectiviteId: number,
    invoiceId: number,
  ): Promise<{ debt: DebtKind; open: Map<number, number>; waiting: Map<number, number> }> {
    const openAt = async (debt: DebtKind) => {
      const open = (await this.openBalances.ofInvoices(collectiviteId, [invoiceId], debt)).get(invoiceId)!;
      return new Map(open.map(({ prestationId, cents }) => [prestationId, cents]));
    };
    const [claimed, atRegie] = [await openAt('CLAIM'), await openAt('FAMILY')];
    return claimed.size > 0
      ? { debt: 'CLAIM', open: claimed, waiting: atRegie }
      : { debt: 'FAMILY', open: atRegie, waiting: new Map() };
  }

  /** The imputations that the invoice was posted under, whatever the prestations say today. */
  private async imputationsOf(collectiviteId: number, invoiceId: number): Promise<Map<number, Imputation>> {
    const head = await this.entries.ofSource(collectiviteId, { kind: 'invoice', id: invoiceId });
    const { lines } = await this.entries.linesOf(head!.id);
    return new Map(
      lines.flatMap(({ account }) => {
        const read = readAccount(account);
        return read.kind === 'PRODUCT' ? [[read.prestationId, read.imputation] as const] : [];
      }),
    );
  }

  private async freeze(
    { id }: CreditNoteRow,
    { year, number, snapshot }: { year: number; number: number; snapshot: CreditNoteSnapshot },
  ): Promise<void> {
    const changed = await this.database.change(
      `UPDATE credit_notes SET state = 'ISSUED', year = ?, number = ?, issued_on = ?, lowered_cents = ?, snapshot = ?
       WHERE id = ? AND state = 'DRAFT'`,
      [year, number, snapshot.issuedOn, snapshot.loweredCents, JSON.stringify(snapshot), id],
    );
    if (changed !== 1) throw new Error(`the credit note ${id} is no draft any more`);
  }
}

/** What an entry takes off the debt itself. */
function settledBy({ lines }: Entry): Cents {
  const isDebt = ({ account }: Entry['lines'][number]) => ['FAMILY', 'CLAIM'].includes(readAccount(account).kind);
  return 0 - sumCents(lines.filter(isDebt).map(({ cents }) => cents));
}
