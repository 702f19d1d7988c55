import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { euros, shortDate } from '../../../kernel/french.js';
import { sumCents } from '../../../kernel/money.js';
import {
  ChartOfAccounts,
  claimPaymentEntry,
  type Entry,
  LedgerPeriods,
  mirrorEntry,
  OpenBalances,
  PostEntry,
  writeOffAccount,
  writeOffEntry,
} from '../../../ledger/index.js';
import { accountingDay, WriteOffNatures } from '../../../payments/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimAdjustmentRow } from '../../data/claim-adjustment.entity.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimCollectionRow } from '../../data/claim-collection.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import type { TreasuryFileRow } from '../../data/treasury-file.entity.js';
import type { AdjustmentKind, KeyedCollection } from '../../rules/collections.js';
import type { CollectionOutcome } from './record-collection.js';

export interface KeyedAdjustment extends KeyedCollection {
  readonly kind: AdjustmentKind;
}

const SOURCES = { REVERSAL: 'claim-payment-reversal', WRITE_OFF: 'claim-write-off' } as const;

/** Posts what the comptable takes back of a payment, or gives up of a debt, once: files tell the same again. */
@Injectable()
export class RecordAdjustment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly accounts: ChartOfAccounts,
    private readonly balances: OpenBalances,
    private readonly periods: LedgerPeriods,
    private readonly natures: WriteOffNatures,
    private readonly ledger: PostEntry,
  ) {}

  run(
    file: TreasuryFileRow,
    { id: pieceId, familyId }: ClaimPieceRow,
    adjustment: KeyedAdjustment,
  ): Promise<CollectionOutcome> {
    const { collectiviteId } = file;
    const { kind, line: lineNumber, origin, occurrence, on, cents } = adjustment;
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const alike = { pieceId, kind, lineNumber, origin, occurrence, toldOn: on, amountCents: cents };
      if (await this.database.repository(ClaimAdjustmentRow).existsBy(alike)) return 'KNOWN';
      const piece = await this.database.repository(ClaimPieceRow).findOneByOrFail({ id: pieceId });
      const now = this.clock.now();
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, now);
      const refused = await this.whyNot(piece, adjustment, today);
      if (refused !== null) return { refused };
      const row = { ...alike, collectiviteId, treasuryFileId: file.id, recordedAt: now };
      const id = await this.database.insert(ClaimAdjustmentRow, row);
      const { UNCOLLECTABLE } = await this.natures.of(collectiviteId);
      const { issuedOn } = await this.database.repository(ClaimBatchRow).findOneByOrFail({ id: piece.batchId });
      const firstOpen = await this.periods.firstOpenDay(collectiviteId);
      const what = kind === 'REVERSAL' ? 'Encaissement repris par la Trésorerie' : 'Admission en non-valeur';
      await this.ledger.run({
        ...{ collectiviteId, source: { kind: SOURCES[kind], id } },
        date: accountingDay(on, today, [issuedOn], firstOpen),
        label: `${what}, facture ${piece.content.invoiceNumber}`,
        entry: entryOf(piece, adjustment, UNCOLLECTABLE),
      });
      return 'RECORDED';
    });
  }

  /** What was not received cannot be taken back, and what is not due cannot be given up. */
  private async whyNot(
    piece: ClaimPieceRow,
    { kind, line, on, cents }: KeyedAdjustment,
    today: Temporal.PlainDate,
  ): Promise<string | null> {
    const name = kind === 'REVERSAL' ? 'encaissement repris' : 'admission en non-valeur';
    const what = `${name} de ${euros(cents)} le ${shortDate(on)}`;
    const told = piece.content.lines[line - 1];
    if (piece.heldInvoiceId === null) return `${what}, sur une pièce qui n’est pas à la Trésorerie`;
    if (isBefore(today, on)) return `${what}, un jour qui n’est pas encore arrivé`;
    if (!told) return `${what}, sur une ligne ${line} qui n’existe pas`;
    if (kind === 'REVERSAL') {
      const received = await this.received(piece.id, line);
      return cents > received ? `${what}, pour ${euros(received)} encaissés sur cette ligne` : null;
    }
    const open = await this.balances.ofInvoices(piece.collectiviteId, [piece.invoiceId], 'CLAIM');
    const due = open.get(piece.invoiceId)?.find(({ prestationId }) => prestationId === told.prestationId)?.cents ?? 0;
    return cents > due ? `${what}, pour ${euros(due)} encore dus sur cette ligne` : null;
  }

  /** What the comptable received on a line, less what he took back of it. */
  private async received(pieceId: number, lineNumber: number): Promise<number> {
    const money = await this.database.repository(ClaimCollectionRow).findBy({ pieceId, lineNumber });
    const back = await this.database.repository(ClaimAdjustmentRow).findBy({ pieceId, lineNumber, kind: 'REVERSAL' });
    return sumCents([...money.map(({ amountCents }) => amountCents), ...back.map(({ amountCents }) => -amountCents)]);
  }
}

function entryOf(
  { familyId, invoiceId, content }: ClaimPieceRow,
  { kind, line, cents }: KeyedAdjustment,
  nature: string,
): Entry {
  const parts = [{ invoiceId, prestationId: content.lines[line - 1]!.prestationId, cents }];
  return kind === 'REVERSAL'
    ? mirrorEntry(claimPaymentEntry(familyId, parts))
    : writeOffEntry(writeOffAccount(nature), familyId, 'CLAIM', parts);
}
