import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { claimsProblems } from '../../problems.js';
import { batchDocument } from './batch-document.js';
import { FindBatches } from './find-batches.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

@Injectable()
export class PrintBatch {
  constructor(
    private readonly clock: Clock,
    private readonly findBatches: FindBatches,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
  ) {}

  /** The list of a bordereau as a PDF. Throws CLAIM_BATCH_NOT_READY before it has its numbers. */
  async run(collectiviteId: number, batchId: number): Promise<Buffer> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.number === null) {
      throw claimsProblems.CLAIM_BATCH_NOT_READY('Ce bordereau n’a pas encore de numéro : attendez qu’il soit prêt.');
    }
    const pieces: ClaimPieceRow[] = [];
    for await (const piece of this.findBatches.everyPiece(batchId)) pieces.push(piece);
    const titre = await this.findBatches.titre(batchId);
    const { name, addressLine1, addressLine2, postalCode, city } = await this.findCollectivite.run(collectiviteId);
    const signatory = (await this.findSettings.run(collectiviteId))?.notice?.signatory;
    return renderPdf(
      batchDocument({
        ...{ batch, pieces, titre: titre?.content ?? null, drawnAt: this.clock.now() },
        collectivite: {
          name,
          addressLines: [addressLine1, ...(addressLine2 ? [addressLine2] : []), `${postalCode} ${city}`],
        },
        signatory: signatory ? `${signatory.firstName} ${signatory.name}, ${signatory.role}` : null,
      }),
    );
  }
}
