import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindFamilies } from '../../../families/index.js';
import { ChartOfAccounts, CreditBalances } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { BillingRunRow } from '../../data/billing-run.entity.js';
import { CreditNoteStore } from '../../data/credit-note-store.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import { DraftStore } from '../../data/draft-store.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import { carriesOver } from '../../rules/carries-over.js';
import { FindCreditable } from '../credit-notes/find-creditable.js';
import { FindPaymentWays } from '../invoices/find-payment-ways.js';
import { IssueCreditNote } from '../credit-notes/issue-credit-note.js';
import { IssueInvoice } from '../invoices/issue-invoice.js';
import { ReadCharges } from '../charges/read-charges.js';

/** Documents of one unit: their numbers are held until it ends, so few enough for others not to wait. */
const AT_ONCE = 25;

/** Issues a few documents of a run in the caller's unit, which holds the run. */
@Injectable()
export class IssueSome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
    private readonly store: CreditNoteStore,
    private readonly drafts: DraftStore,
    private readonly findCreditable: FindCreditable,
    private readonly issueCreditNote: IssueCreditNote,
    private readonly issueInvoice: IssueInvoice,
    private readonly readCharges: ReadCharges,
    private readonly findPaymentWays: FindPaymentWays,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
  ) {}

  /** What a run gives back; it comes before the invoices, which the credit then pays. False once nothing is left. */
  async creditNotes(run: BillingRunRow): Promise<boolean> {
    const notes = await this.database.repository(CreditNoteRow).find({
      where: { billingRunId: run.id, state: 'DRAFT' },
      order: { id: 'ASC' },
      take: AT_ONCE,
    });
    await this.hold(run.collectiviteId, notes);
    for (const note of notes) {
      const { collectiviteId, invoiceId: id } = note;
      const invoice = await this.database.repository(InvoiceRow).findOneByOrFail({ id, collectiviteId });
      const charges = await this.findCreditable.ofInvoice(collectiviteId, id);
      await this.issueCreditNote.run(note, { invoice, charges, lines: await this.store.linesOf(note.id) });
    }
    return notes.length > 0;
  }

  /** False once no draft with something to pay is left. */
  async invoices(run: BillingRunRow): Promise<boolean> {
    const { collectiviteId } = run;
    const invoices = await this.nextOf(run);
    if (invoices.length === 0) return false;
    await this.hold(collectiviteId, invoices);
    const now = this.clock.now();
    const familyIds = invoices.map(({ familyId }) => familyId);
    const credits = await this.credits.ofFamilies(collectiviteId, familyIds);
    for (const { id } of invoices) await this.drafts.takeCarried(id);
    const { charges, prestations } = await this.readCharges.run(
      collectiviteId,
      invoices.map(({ id }) => id),
    );
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const families = await this.findFamilies.run(collectiviteId, familyIds);
    const waysOf = await this.findPaymentWays.run(collectivite, familyIds, now);
    for (const invoice of invoices) {
      const { id, familyId, totalCents } = invoice;
      if (carriesOver(totalCents, collectivite.issueThresholdCents, run)) {
        await this.database.repository(InvoiceRow).update({ id }, { state: 'CARRIED' });
        continue;
      }
      await this.issueInvoice.run({
        ...{ invoice, charges: charges.get(id)!, prestations, collectivite, family: families.get(familyId)! },
        ...{ creditCents: credits.get(familyId)!, waysOf, now },
      });
    }
    return true;
  }

  /** The accounts of the families, in the order of their ids and before any number: others take them in that order. */
  private async hold(collectiviteId: number, documents: readonly { readonly familyId: number }[]): Promise<void> {
    const ids = [...new Set(documents.map(({ familyId }) => familyId))].sort((a, b) => a - b);
    for (const familyId of ids) await this.accounts.holdFamily(collectiviteId, familyId);
  }

  private nextOf({ id }: BillingRunRow): Promise<InvoiceRow[]> {
    return this.database
      .repository(InvoiceRow)
      .createQueryBuilder('invoice')
      .where('invoice.billingRunId = :id AND invoice.state = :state AND invoice.totalCents > 0', { id, state: 'DRAFT' })
      .orderBy('invoice.id')
      .limit(AT_ONCE)
      .getMany();
  }
}
