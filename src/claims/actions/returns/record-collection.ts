import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { euros, shortDate } from '../../../kernel/french.js';
import { ChartOfAccounts, claimPaymentEntry, LedgerPeriods, OpenBalances, PostEntry } from '../../../ledger/index.js';
import { accountingDay } from '../../../payments/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimCollectionRow } from '../../data/claim-collection.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import type { TreasuryFileRow } from '../../data/treasury-file.entity.js';
import type { KeyedCollection } from '../../rules/collections.js';

/** RECORDED now, KNOWN from an earlier file, or refused with why in French. */
export type CollectionOutcome = 'RECORDED' | 'KNOWN' | { readonly refused: string };

/** Posts money that the comptable received, once: files tell the same again. */
@Injectable()
export class RecordCollection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly accounts: ChartOfAccounts,
    private readonly balances: OpenBalances,
    private readonly periods: LedgerPeriods,
    private readonly ledger: PostEntry,
  ) {}

  run(
    file: TreasuryFileRow,
    { id: pieceId, familyId }: ClaimPieceRow,
    collection: KeyedCollection,
  ): Promise<CollectionOutcome> {
    const { collectiviteId } = file;
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const key = {
        pieceId,
        lineNumber: collection.line,
        origin: collection.origin,
        occurrence: collection.occurrence,
      };
      const alike = { ...key, collectedOn: collection.on, amountCents: collection.cents };
      if (await this.database.repository(ClaimCollectionRow).existsBy(alike)) return 'KNOWN';
      const piece = await this.database.repository(ClaimPieceRow).findOneByOrFail({ id: pieceId });
      const now = this.clock.now();
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, now);
      const refused = await this.whyNot(piece, collection, today);
      if (refused !== null) return { refused };
      const row = { ...alike, collectiviteId, treasuryFileId: file.id, recordedAt: now };
      const id = await this.database.insert(ClaimCollectionRow, row);
      const { issuedOn } = await this.database.repository(ClaimBatchRow).findOneByOrFail({ id: piece.batchId });
      const { prestationId } = piece.content.lines[collection.line - 1]!;
      const firstOpen = await this.periods.firstOpenDay(collectiviteId);
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'claim-payment', id },
        date: accountingDay(collection.on, today, [issuedOn], firstOpen),
        label: `Encaissement à la Trésorerie, facture ${piece.content.invoiceNumber}`,
        entry: claimPaymentEntry(familyId, [{ invoiceId: piece.invoiceId, prestationId, cents: collection.cents }]),
      });
      return 'RECORDED';
    });
  }

  private async whyNot(
    { collectiviteId, invoiceId, heldInvoiceId, content }: ClaimPieceRow,
    { line, on, cents }: KeyedCollection,
    today: Temporal.PlainDate,
  ): Promise<string | null> {
    const what = `encaissement de ${euros(cents)} le ${shortDate(on)}`;
    const told = content.lines[line - 1];
    if (heldInvoiceId === null) return `${what}, sur une pièce qui n’est pas à la Trésorerie`;
    if (isBefore(today, on)) return `${what}, un jour qui n’est pas encore arrivé`;
    if (!told) return `${what}, sur une ligne ${line} qui n’existe pas`;
    const open = (await this.balances.ofInvoices(collectiviteId, [invoiceId], 'CLAIM')).get(invoiceId) ?? [];
    const due = open.find(({ prestationId }) => prestationId === told.prestationId)?.cents ?? 0;
    return cents > due ? `${what}, pour ${euros(due)} encore dus sur cette ligne` : null;
  }
}
