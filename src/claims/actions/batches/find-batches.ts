import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimLeftoverRow } from '../../data/claim-leftover.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { ClaimTitreRow } from '../../data/claim-titre.entity.js';

const PIECES_AT_ONCE = 200;

@Injectable()
export class FindBatches {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, id: number): Promise<ClaimBatchRow> {
    const row = await this.database.read(() =>
      this.database.repository(ClaimBatchRow).findOneBy({ id, collectiviteId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Ce bordereau n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** Those older than `after` (0: from the latest); one more than `limit`, to know whether there are more. */
  list(collectiviteId: number, limit: number, after = 0): Promise<ClaimBatchRow[]> {
    return this.database.read(() =>
      this.database.repository(ClaimBatchRow).find({
        where: { collectiviteId, ...(after > 0 ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  leftovers(batchId: number): Promise<ClaimLeftoverRow[]> {
    return this.database.read(() =>
      this.database.repository(ClaimLeftoverRow).find({ where: { batchId }, order: { id: 'ASC' } }),
    );
  }

  /** The titre of a public body that a bordereau is for; null for the others. */
  titre(batchId: number): Promise<ClaimTitreRow | null> {
    return this.database.read(() => this.database.repository(ClaimTitreRow).findOneBy({ batchId }));
  }

  /** Those after a rank, in order. */
  pieces(batchId: number, after: number, take: number): Promise<ClaimPieceRow[]> {
    return this.database.read(() =>
      this.database
        .repository(ClaimPieceRow)
        .find({ where: { batchId, pieceRank: MoreThan(after) }, order: { pieceRank: 'ASC' }, take }),
    );
  }

  /** One piece (of a bordereau, when one is given). Throws NOT_FOUND. */
  async piece(collectiviteId: number, id: number, batchId?: number): Promise<ClaimPieceRow> {
    const where = { id, collectiviteId, ...(batchId === undefined ? {} : { batchId }) };
    const row = await this.database.read(() => this.database.repository(ClaimPieceRow).findOneBy(where));
    if (!row) throw httpProblems.NOT_FOUND('Cette pièce n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** All of them, never together in memory. Not inside a unit: the reader may take its time. */
  async *everyPiece(batchId: number): AsyncGenerator<ClaimPieceRow> {
    for await (const some of this.everyPage(batchId)) yield* some;
  }

  /** The same, as many as are read at once. */
  async *everyPage(batchId: number): AsyncGenerator<ClaimPieceRow[]> {
    let after = 0;
    for (;;) {
      const some = await this.pieces(batchId, after, PIECES_AT_ONCE);
      yield some;
      if (some.length < PIECES_AT_ONCE) return;
      after = some.at(-1)!.pieceRank;
    }
  }
}
