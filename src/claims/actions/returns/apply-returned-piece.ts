import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { typeset } from '../../../kernel/french.js';
import { Problem } from '../../../kernel/problem.js';
import type { ReturnedPiece } from '../../../pes/index.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { ClaimReturnRow } from '../../data/claim-return.entity.js';
import { ClaimTitreRow } from '../../data/claim-titre.entity.js';
import type { TreasuryFileRow } from '../../data/treasury-file.entity.js';
import { claimsProblems } from '../../problems.js';
import { BATCH_KINDS, isPublic, tripletOf } from '../../rules/batch.js';
import { collectionsOf, countsOtherwise } from '../../rules/collections.js';
import type { FileSummaries } from '../../rules/file-summary.js';
import { RecordAdjustment } from './record-adjustment.js';
import { RecordCollection } from './record-collection.js';
import { ReturnPiece } from './return-piece.js';

/** Does what the comptable says of one piece. What matches none of ours is listed: nothing is guessed. */
@Injectable()
export class ApplyReturnedPiece {
  constructor(
    private readonly database: Database,
    private readonly returnPiece: ReturnPiece,
    private readonly record: RecordCollection,
    private readonly adjust: RecordAdjustment,
  ) {}

  async run(file: TreasuryFileRow, returned: ReturnedPiece, summaries: FileSummaries): Promise<void> {
    const piece = await this.database.read(() => this.find(file.collectiviteId, returned));
    if (piece !== null && 'titre' in piece) {
      await this.tellTitre(piece.titre, returned, summaries);
      return;
    }
    if (!piece) {
      summaries.unmatched(typeset(labelOf(returned)));
      return;
    }
    const review = (what: string) => summaries.toReview(typeset(`${labelOf(returned)} : ${what}`));
    await this.applyState(file, piece, returned, summaries, review);
    const { moves, toReview } = collectionsOf(returned);
    for (const what of toReview) review(what);
    for (const line of returned.lines) {
      const difference = countsOtherwise(line);
      if (difference !== null) review(difference);
    }
    for (const move of moves) {
      const { kind } = move;
      const outcome =
        kind === 'MONEY'
          ? await this.record.run(file, piece, move)
          : await this.adjust.run(file, piece, { ...move, kind });
      if (typeof outcome === 'object') review(outcome.refused);
    }
  }

  /** The titre of a public body: its money is on the ledger already, or comes with the articles of its rôle. */
  private async tellTitre(
    { id, inForce }: ClaimTitreRow,
    { state, remark, ...returned }: ReturnedPiece,
    summaries: FileSummaries,
  ): Promise<void> {
    const review = (what: string) => summaries.toReview(typeset(`${labelOf(returned)} : titre ${what}`));
    if (state === 'PENDING') return;
    if (state === 'TAKEN') summaries.count('taken');
    if (state === 'TAKEN' || state === 'REJECTED') {
      const rejectedFor =
        state === 'REJECTED' ? (remark ?? 'Rejeté par la Trésorerie, sans motif.').slice(0, 600) : null;
      await this.database.unit(() => this.database.repository(ClaimTitreRow).update({ id }, { rejectedFor }));
    }
    if (state === 'TAKEN') {
      if (inForce === null) review('pris en charge alors qu’un autre l’a remplacé');
    } else if (inForce !== null) {
      const what = { PARTLY_TAKEN: 'pris en charge en partie', REJECTED: 'rejeté', CANCELLED: 'annulé' }[state];
      review(`${what} (${remark ?? 'sans motif'})`);
    }
  }

  /** By bordereau and number; the debt, where one is told, must be the same. */
  private async find(
    collectiviteId: number,
    returned: ReturnedPiece,
  ): Promise<ClaimPieceRow | { titre: ClaimTitreRow } | null> {
    const { bordereau, number, debt } = returned;
    const kinds = BATCH_KINDS.filter((one) => tripletOf(one).bordereau === bordereau.type);
    if (kinds.length === 0) return null;
    const where = {
      collectiviteId,
      kind: In(kinds),
      exercise: bordereau.exercise,
      number: bordereau.number,
      state: 'READY' as const,
    };
    const batches = await this.database.repository(ClaimBatchRow).findBy(where);
    const [batch] = batches;
    if (!batch || batches.length > 1) return null;
    if (isPublic(batch.kind)) {
      if (number !== batch.firstPiece) return null;
      return { titre: await this.database.repository(ClaimTitreRow).findOneByOrFail({ batchId: batch.id }) };
    }
    const pieceRank = number - batch.firstPiece! + 1;
    const piece = await this.database.repository(ClaimPieceRow).findOneBy({ batchId: batch.id, pieceRank });
    const another = piece && debt !== null && piece.debtNumber !== null && piece.debtNumber !== debt;
    return another ? null : piece;
  }

  private async applyState(
    file: TreasuryFileRow,
    piece: ClaimPieceRow,
    { state, remark }: ReturnedPiece,
    summaries: FileSummaries,
    review: (what: string) => void,
  ): Promise<void> {
    if (state === 'REJECTED' && piece.heldInvoiceId !== null) {
      const reason = (remark ?? 'Rejeté par la Trésorerie, sans motif.').slice(0, 600);
      const kept = await this.giveBack(piece, reason);
      if (kept === null) summaries.count('rejected');
      else review(`rejetée. ${kept}`);
    } else if (state === 'REJECTED' && piece.state === 'RETURNED') {
      if (await this.isCutShort(file, piece)) summaries.count('rejected');
    } else if (state === 'REJECTED') {
      review(`réduction rejetée (${remark ?? 'sans motif'})`);
    } else if (state === 'TAKEN' || state === 'PARTLY_TAKEN') {
      summaries.count('taken');
      await this.note(piece, 'TAKEN', state === 'PARTLY_TAKEN' ? remark : null);
      if (state === 'PARTLY_TAKEN') review(`prise en charge partielle (${remark ?? 'sans motif'})`);
    } else if (state === 'CANCELLED') {
      summaries.count('cancelled');
      await this.note(piece, 'CANCELLED', remark);
    }
  }

  /** A reading of this file brought the debt back, and was killed before it counted that. */
  private isCutShort({ receivedAt }: TreasuryFileRow, { id: pieceId }: ClaimPieceRow): Promise<boolean> {
    return this.database.read(() =>
      this.database
        .repository(ClaimReturnRow)
        .existsBy({ pieceId, returnedBy: IsNull(), returnedAt: MoreThanOrEqual(receivedAt) }),
    );
  }

  /** Null once the debt is back at the régie; else why it stays, in French: one piece does not hold up the file. */
  private async giveBack({ collectiviteId, id }: ClaimPieceRow, reason: string): Promise<string | null> {
    try {
      await this.returnPiece.run(collectiviteId, id, reason, null);
      return null;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== claimsProblems.CLAIM_NOT_RETURNABLE.code) throw error;
      return error.detail;
    }
  }

  private async note(piece: ClaimPieceRow, state: 'TAKEN' | 'CANCELLED', reason: string | null): Promise<void> {
    await this.database.unit(() =>
      this.database.change("UPDATE claim_pieces SET state = ?, state_reason = ? WHERE id = ? AND state <> 'RETURNED'", [
        state,
        reason?.slice(0, 600) ?? null,
        piece.id,
      ]),
    );
  }
}

/** « rôle 2026-12, pièce 7 (dette 2026000017) ». */
function labelOf({ bordereau, number, debt }: Pick<ReturnedPiece, 'bordereau' | 'number' | 'debt'>): string {
  const about = debt === null ? '' : ` (dette ${debt})`;
  return `bordereau n° ${bordereau.number} de ${bordereau.exercise}, pièce ${number}${about}`;
}
