import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Acquit } from '../../../pes/index.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimTitreRow } from '../../data/claim-titre.entity.js';
import { batchFileName } from '../../rules/batch-file.js';
import { batchTitle } from '../../rules/batch.js';
import type { FileSummaries } from '../../rules/file-summary.js';
import { judgeAcquit } from '../../rules/judge-acquit.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

const MOST_FAULTS = 200;

/** Notes what the Guichet said of our bordereaux. A refusal moves no debt: an agent decides what is done with it. */
@Injectable()
export class ApplyAcquit {
  constructor(
    private readonly database: Database,
    private readonly findSettings: FindTreasurySettings,
  ) {}

  run(collectiviteId: number, acquit: Acquit, summaries: FileSummaries): Promise<void> {
    return this.database.unit(async () => {
      const settings = await this.findSettings.run(collectiviteId);
      const rows = this.database.repository(ClaimBatchRow);
      const sent = settings ? await rows.findBy({ collectiviteId, state: 'READY' }) : [];
      const batches = new Map(sent.map((batch) => [batch.id, batch]));
      const known = sent.map((batch) => {
        const numbered = { ...batch, number: batch.number!, firstPiece: batch.firstPiece! };
        return { ...numbered, fileName: batchFileName(numbered, settings!) };
      });
      const { verdicts, unmatched } = judgeAcquit(acquit, known);
      const replaced = await this.replaced(verdicts.map(({ batchId }) => batchId));
      for (const { batchId, accepted, faults } of verdicts) {
        const values = {
          acquit: accepted ? 'ACCEPTED' : 'REFUSED',
          acquitErrors: faults.slice(0, MOST_FAULTS),
        } as const;
        await rows.update({ id: batchId }, values);
        summaries.count(accepted ? 'accepted' : 'rejected');
        const title = batchTitle(batches.get(batchId)!);
        if (!accepted) summaries.toReview(`${title} : refusé par le Guichet`);
        else if (replaced.has(batchId)) summaries.toReview(`${title} : accepté alors qu’un autre titre l’a remplacé`);
      }
      for (const line of unmatched) summaries.unmatched(line);
    });
  }

  /** Those whose titre was made again. */
  private async replaced(batchIds: readonly number[]): Promise<ReadonlySet<number>> {
    const where = { batchId: In([...batchIds]), inForce: IsNull() };
    const titres = await this.database.repository(ClaimTitreRow).findBy(where);
    return new Set(titres.map(({ batchId }) => batchId));
  }
}
