import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { digestOf } from '../../platform/secrets/digest.js';
import { type EntryToSeal, sealedText } from '../rules/chain.js';
import { LedgerSealRow } from './ledger-seal.entity.js';

/** Series of the ranks in the chain; they go on from year to year, under the first year that numbers know. */
export const CHAIN_SERIES = 'LEDGER';
export const CHAIN_YEAR = 2000;

/** The chain of digests over the entries of a collectivité: it makes a later edit visible. */
@Injectable()
export class SealChain {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumberSeries,
  ) {}

  /** Has whoever posts wait until the caller's unit ends; answers the rank of the last entry, 0 when there is none. */
  async hold(collectiviteId: number): Promise<number> {
    return this.numbers.hold(collectiviteId, CHAIN_SERIES, CHAIN_YEAR);
  }

  /** The rank of the last entry that is committed; 0 when there is none. Ranks are committed in their order. */
  async lastRank(collectiviteId: number): Promise<number> {
    const [last] = await this.database.read(() =>
      this.database.rows<{ chain_rank: number | null }>(
        'SELECT MAX(chain_rank) AS chain_rank FROM ledger_seals WHERE collectivite_id = ?',
        [collectiviteId],
      ),
    );
    return Number(last?.chain_rank ?? 0);
  }

  /** Seals an entry in the caller's unit. Its rank is held until the unit ends: take other numbers before. */
  async append(entryId: number, entry: EntryToSeal): Promise<void> {
    const { collectiviteId } = entry;
    const chainRank = await this.numbers.next(collectiviteId, CHAIN_SERIES, CHAIN_YEAR);
    const [before] = await this.database.rows<{ digest: string }>(
      'SELECT digest FROM ledger_seals WHERE collectivite_id = ? AND chain_rank = ?',
      [collectiviteId, chainRank - 1],
    );
    const digest = digestOf(sealedText(chainRank, before?.digest ?? '', entry));
    await this.database.insert(LedgerSealRow, { collectiviteId, entryId, chainRank, digest });
  }
}
