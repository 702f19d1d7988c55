import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Batches } from '../../data/batches.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { batchSeries, pieceSeries } from '../../rules/batch.js';

/** Gives a bordereau its number and those of its pieces, once it takes no more: an empty one takes none. */
@Injectable()
export class NumberBatch {
  constructor(
    private readonly database: Database,
    private readonly batches: Batches,
    private readonly numbers: NumberSeries,
  ) {}

  run(batchId: number): Promise<ClaimBatchRow> {
    return this.database.unit(async () => {
      const batch = await this.batches.hold(batchId);
      if (batch.state !== 'COMPOSING') return batch;
      const { collectiviteId, kind, budgetCode, exercise, pieces } = batch;
      const rows = this.database.repository(ClaimBatchRow);
      if (pieces === 0) {
        await rows.update({ id: batchId }, { state: 'EMPTY' });
        return { ...batch, state: 'EMPTY' };
      }
      const series = pieceSeries(kind, budgetCode);
      const firstPiece = series === null ? 1 : await this.numbers.take(collectiviteId, series, exercise, pieces);
      const number = await this.numbers.next(collectiviteId, batchSeries(kind, budgetCode), exercise);
      const numbered = { state: 'NUMBERED', number, firstPiece } as const;
      await rows.update({ id: batchId }, numbered);
      return { ...batch, ...numbered };
    });
  }
}
