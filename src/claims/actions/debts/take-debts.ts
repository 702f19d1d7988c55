import { Injectable } from '@nestjs/common';
import { FindFamilies } from '../../../families/index.js';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { ChartOfAccounts, claimEntry, LedgerPeriods, PostEntry } from '../../../ledger/index.js';
import { debtNumber } from '../../../pes/index.js';
import { Database } from '../../../platform/database/database.js';
import { Batches } from '../../data/batches.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import type { ProductCodeRow } from '../../data/product-code.entity.js';
import type { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { takeFamily, type TakenInvoice } from '../../rules/take-family.js';
import { FindDueInvoices } from './find-due-invoices.js';
import { SortOutInvoices } from './sort-out-invoices.js';

/** Moves what a family owes from the régie to the comptable: its pieces and their entries in one unit, or not at all. */
@Injectable()
export class TakeDebts {
  constructor(
    private readonly database: Database,
    private readonly accounts: ChartOfAccounts,
    private readonly batches: Batches,
    private readonly findFamilies: FindFamilies,
    private readonly findDue: FindDueInvoices,
    private readonly sortOut: SortOutInvoices,
    private readonly periods: LedgerPeriods,
    private readonly ledger: PostEntry,
  ) {}

  /** False when the bordereau takes no more debts: another process numbered it. */
  run(
    { id: batchId, collectiviteId }: Pick<ClaimBatchRow, 'id' | 'collectiviteId'>,
    familyId: number,
    invoiceIds: readonly number[],
    { settings, codes }: { readonly settings: TreasurySettingsRow; readonly codes: readonly ProductCodeRow[] },
  ): Promise<boolean> {
    return this.database.unit(async () => {
      // The family's account first, as every act on its money does: what is due cannot be paid while it moves.
      await this.accounts.holdFamily(collectiviteId, familyId);
      const batch = await this.batches.hold(batchId);
      if (batch.state !== 'COMPOSING' || (batch.kind !== 'TITRE' && batch.kind !== 'ORMC')) return false;
      const due = await this.findDue.ofFamily(collectiviteId, familyId, invoiceIds);
      const { free: invoices, left } = await this.sortOut.run(collectiviteId, due);
      for (const one of left) await this.batches.leave(batch, familyId, one);
      if (invoices.length === 0) return true;
      const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
      const { kind, issuedOn, exercise } = batch;
      const answer = takeFamily(family, invoices, { kind, issuedOn, exercise, settings, codes });
      if ('left' in answer) {
        await this.batches.leave(batch, familyId, answer.left);
        return true;
      }
      for (const taken of answer.taken) await this.take(batch, familyId, taken);
      return true;
    });
  }

  private async take(
    batch: ClaimBatchRow,
    familyId: number,
    { invoiceId, content, cents }: TakenInvoice,
  ): Promise<void> {
    const pieceId = await this.batches.add(batch, {
      familyId,
      invoiceId,
      heldInvoiceId: invoiceId,
      creditEntryId: null,
      amountCents: cents,
      debtNumber: batch.kind === 'ORMC' ? debtNumber(content.invoiceNumber) : null,
      content,
      state: 'SENT',
      stateReason: null,
      pdfFileId: null,
    });
    const parts = content.lines.map((line) => ({ invoiceId, prestationId: line.prestationId, cents: line.cents }));
    await this.ledger.run({
      collectiviteId: batch.collectiviteId,
      source: { kind: 'claim', id: pieceId },
      date: await this.dayOf(batch),
      label: `Prise en charge de la facture ${content.invoiceNumber}`,
      entry: claimEntry(familyId, parts),
    });
  }

  /** That of the bordereau; the first open one when it was asked for on the eve of a closing and composed after it. */
  private async dayOf({ collectiviteId, issuedOn }: ClaimBatchRow): Promise<Temporal.PlainDate> {
    const firstOpen = await this.periods.firstOpenDay(collectiviteId);
    return firstOpen && isBefore(issuedOn, firstOpen) ? firstOpen : issuedOn;
  }
}
