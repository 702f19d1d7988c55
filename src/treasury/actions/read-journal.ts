import { Injectable } from '@nestjs/common';
import type { Grid } from '../../kernel/grid.js';
import { Collected, type CollectedDay, type CollectedEntry, type LineFilter, SealChain } from '../../ledger/index.js';
import { MovementPapers } from '../data/movement-papers.js';
import { type JournalLine, journalGrid } from '../rules/journal.js';
import { PrestationLabels } from './prestation-labels.js';

/** Papers that are looked up at once. */
const AT_ONCE = 500;

/** The journal des encaissements: what came in and what went back, day by day. */
@Injectable()
export class ReadJournal {
  constructor(
    private readonly collected: Collected,
    private readonly papers: MovementPapers,
    private readonly chain: SealChain,
    private readonly prestationLabels: PrestationLabels,
  ) {}

  labels(collectiviteId: number): Promise<ReadonlyMap<number, string>> {
    return this.prestationLabels.of(collectiviteId);
  }

  /** One line more than the limit; `after` is the entry of the last one that was read. */
  async page(
    collectiviteId: number,
    filter: LineFilter,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<JournalLine[]> {
    const page = { take: limit + 1, ...(after === undefined ? {} : { after }) };
    return this.withPapers(collectiviteId, await this.collected.page(collectiviteId, filter, page));
  }

  /** What each means brought on each day. */
  days(collectiviteId: number, filter: LineFilter): Promise<CollectedDay[]> {
    return this.collected.days(collectiviteId, filter);
  }

  /** The whole of it as a table, in flat memory, as the ledger is now: what is posted while it is read is not in it. */
  async grid(collectiviteId: number, filter: LineFilter): Promise<Grid> {
    const upToRank = await this.chain.lastRank(collectiviteId);
    return journalGrid(this.every(collectiviteId, { ...filter, upToRank }), await this.labels(collectiviteId));
  }

  private async *every(
    collectiviteId: number,
    filter: LineFilter & { readonly upToRank: number },
  ): AsyncGenerator<JournalLine> {
    let waiting: CollectedEntry[] = [];
    for await (const entry of this.collected.every(collectiviteId, filter)) {
      waiting.push(entry);
      if (waiting.length < AT_ONCE) continue;
      yield* await this.withPapers(collectiviteId, waiting);
      waiting = [];
    }
    yield* await this.withPapers(collectiviteId, waiting);
  }

  private async withPapers(collectiviteId: number, entries: readonly CollectedEntry[]): Promise<JournalLine[]> {
    const papers = await this.papers.of(collectiviteId, entries);
    return entries.map((entry) => ({ ...entry, paper: papers.get(entry.entryId)! }));
  }
}
