import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { OpenBalances } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { batchTitle, pieceNumber } from '../../rules/batch.js';
import { debitWords } from '../../rules/debit.js';
import { onlineClaim, type OnlineClaim, printsNotices } from '../../rules/printed-notice.js';
import type { NoticeSettings } from '../../rules/treasury-settings.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

/** A debt that a family pays at the Trésorerie, and how. */
export interface FamilyClaim {
  readonly invoiceId: number;
  readonly invoiceNumber: string;
  /** « Rôle n° 12 de 2026 ». */
  readonly title: string;
  readonly piece: number;
  readonly openCents: Cents;
  readonly pieceId: number;
  /** Whether the commune prints its avis des sommes à payer. */
  readonly hasNotice: boolean;
  /** Where and with what it is paid online; null where titres are not, or where only the avis tells the reference. */
  readonly online: OnlineClaim | null;
  /** Its debit by the Trésorerie, where the family let it debit. */
  readonly debit: { readonly on: Temporal.PlainDate; readonly words: string } | null;
  /** Who answers about it. */
  readonly office: NoticeSettings['treasury'] | null;
}

@Injectable()
export class FindFamilyClaims {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly database: Database,
    private readonly balances: OpenBalances,
    private readonly findSettings: FindTreasurySettings,
  ) {}

  /** What the comptable has taken over and is still due, the latest first. Nothing of it is paid at the régie. */
  run(collectiviteId: number, familyId: number): Promise<FamilyClaim[]> {
    return this.database.read(async () => {
      const open = await this.balances.ofFamily(collectiviteId, familyId, 'CLAIM');
      if (open.length === 0) return [];
      const due = new Map(open.map((item) => [item.invoiceId, sumCents(item.open.map(({ cents }) => cents))]));
      const pieces = await this.database.repository(ClaimPieceRow).find({
        where: { collectiviteId, familyId, state: In(['SENT', 'TAKEN']), invoiceId: In([...due.keys()]) },
        order: { id: 'DESC' },
      });
      const batches = await this.database
        .repository(ClaimBatchRow)
        .findBy({ collectiviteId, id: In([...new Set(pieces.map(({ batchId }) => batchId))]) });
      const byId = new Map(batches.map((batch) => [batch.id, batch]));
      const settings = await this.findSettings.run(collectiviteId);
      const notice = settings?.notice ?? null;
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, this.clock.now());
      return pieces.flatMap((row): FamilyClaim[] => {
        const batch = byId.get(row.batchId)!;
        if (batch.kind === 'REDUCTION' || batch.firstPiece === null) return [];
        const { kind, exercise, firstPiece } = batch;
        const { debit: decided } = row.content;
        // Until its file is frozen, a debit may still be decided otherwise.
        const on = decided && batch.state === 'READY' ? Temporal.PlainDate.from(decided.on) : null;
        // What will be debited is not paid twice.
        const isDebited = on !== null && !isBefore(on, today);
        const isPrinted = batch.noticeTerms !== null || (notice !== null && printsNotices(batch, settings!));
        return [
          {
            ...{ invoiceId: row.invoiceId, invoiceNumber: row.content.invoiceNumber },
            ...{
              title: batchTitle(batch),
              piece: pieceNumber(batch, row.pieceRank),
              openCents: due.get(row.invoiceId)!,
            },
            pieceId: row.id,
            hasNotice: batch.state === 'READY' && isPrinted,
            online: isDebited || !settings ? null : onlineClaim({ kind, exercise, firstPiece }, row, settings),
            debit: on && { on, words: debitWords(on, today) },
            office: notice?.treasury ?? null,
          },
        ];
      });
    });
  }
}
