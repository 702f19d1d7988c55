import { Injectable } from '@nestjs/common';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { ClaimBatchRow } from './claim-batch.entity.js';
import { ClaimPieceRow } from './claim-piece.entity.js';

/** A piece, before the bordereau that takes it gives it a rank. */
export type PieceToAdd = Omit<ClaimPieceRow, 'id' | 'collectiviteId' | 'batchId' | 'pieceRank'>;

/** The row of a bordereau is the lock of what is added to it: ranks follow each other, and none is lost. */
@Injectable()
export class Batches {
  constructor(private readonly database: Database) {}

  /** Holds a bordereau until the caller's unit ends. */
  async hold(id: number): Promise<ClaimBatchRow> {
    await this.database.rows(`SELECT id FROM claim_batches WHERE id = ?${this.database.dialect.forUpdate}`, [id]);
    return this.database.repository(ClaimBatchRow).findOneByOrFail({ id });
  }

  /** Adds a piece to a bordereau that the caller's unit holds, and answers its id. */
  async add({ id: batchId, collectiviteId }: ClaimBatchRow, piece: PieceToAdd): Promise<number> {
    await this.database.change(
      'UPDATE claim_batches SET pieces = pieces + 1, total_cents = total_cents + ? WHERE id = ?',
      [piece.amountCents, batchId],
    );
    const { pieces } = await this.database.repository(ClaimBatchRow).findOneByOrFail({ id: batchId });
    return this.database.insert(ClaimPieceRow, { ...piece, collectiviteId, batchId, pieceRank: pieces });
  }

  /** Notes a debtor that a bordereau leaves, once for each reason. */
  async leave(
    { id: batchId, collectiviteId }: ClaimBatchRow,
    familyId: number,
    left: { readonly reason: string; readonly cents: Cents; readonly detail: string },
  ): Promise<void> {
    const columns = ['collectivite_id', 'batch_id', 'family_id', 'reason', 'amount_cents', 'detail'];
    const keys = ['batch_id', 'family_id', 'reason'];
    const sql = this.database.dialect.upsert('claim_leftovers', columns, keys, 'amount_cents = ?, detail = ?');
    await this.database.change(sql, [
      ...[collectiviteId, batchId, familyId, left.reason, left.cents, left.detail],
      ...[left.cents, left.detail],
    ]);
  }
}
