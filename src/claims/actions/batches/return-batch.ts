import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/problem.js';
import { claimsProblems } from '../../problems.js';
import { FindBatches } from './find-batches.js';
import { ReturnPiece } from '../returns/return-piece.js';

/** Brings back to the régie all that a bordereau refused by the Trésorerie held: it can be sent again in another one. */
@Injectable()
export class ReturnBatch {
  constructor(
    private readonly findBatches: FindBatches,
    private readonly returnPiece: ReturnPiece,
  ) {}

  /** A family in each unit; run again, it goes on. Answers how many came back. Throws CLAIM_BATCH_NOT_READY. */
  async run(collectiviteId: number, batchId: number, reason: string, accountId: number): Promise<number> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.state !== 'READY' && batch.state !== 'FAULTY') {
      throw claimsProblems.CLAIM_BATCH_NOT_READY('Ce bordereau est encore en préparation : attendez qu’il soit prêt.');
    }
    let returned = 0;
    for await (const { id, heldInvoiceId } of this.findBatches.everyPiece(batchId)) {
      if (heldInvoiceId === null) continue;
      try {
        await this.returnPiece.run(collectiviteId, id, reason, accountId);
        returned += 1;
      } catch (error) {
        // Paid meanwhile, or brought back by someone else: the others still go.
        if (!(error instanceof Problem) || error.code !== claimsProblems.CLAIM_NOT_RETURNABLE.code) throw error;
      }
    }
    return returned;
  }
}
