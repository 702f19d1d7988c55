import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readAcquit, readRetour, Refusal } from '../../../pes/index.js';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { TreasuryFileRow } from '../../data/treasury-file.entity.js';
import { treasuryFileReceived } from '../../events.js';
import { FileSummaries, type RecordedMoney } from '../../rules/file-summary.js';
import { ApplyAcquit } from './apply-acquit.js';
import { ApplyReturnedPiece } from './apply-returned-piece.js';
import { FindTreasuryFiles } from './find-treasury-files.js';

/** What is read of a retour before others have their turn: some seconds, far from the end of the message's lease. */
const PIECES_AT_ONCE = 1000;

/** Up to where a file was read. */
interface Reached {
  readonly pieces: number;
  readonly percent: number;
  readonly isEnd: boolean;
}

/**
 * Reads a file of the Trésorerie, a piece in each unit, a slice of a retour in each delivery: the next one is asked for in
 * the unit that keeps how far it went. Killed half-way it goes on with the slice that was cut: what it said is recorded
 * once, by keys, and money is counted in what was recorded. Of two that read the same slice, one goes on.
 */
@Injectable()
export class ReadTreasuryFile implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly findFiles: FindTreasuryFiles,
    private readonly acquit: ApplyAcquit,
    private readonly returned: ApplyReturnedPiece,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(treasuryFileReceived, ({ collectiviteId, fileId }) => this.run(collectiviteId, fileId));
  }

  /** Reads on, one slice. */
  async run(collectiviteId: number, id: number): Promise<void> {
    const file = await this.findFiles.one(collectiviteId, id);
    if (file.state !== 'RECEIVED') return;
    const summaries = new FileSummaries(file.summary);
    try {
      const reached = await this.read(file, summaries);
      await this.keep(file, summaries, reached);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.keep(file, summaries, { pieces: file.piecesRead, percent: 100, isEnd: true }, error.message);
    }
  }

  private async read(file: TreasuryFileRow, summaries: FileSummaries): Promise<Reached> {
    const { collectiviteId, fileId, kind, piecesRead } = file;
    const stored = (await this.files.find(collectiviteId, fileId))!;
    if (kind === 'ACQUIT') {
      await this.acquit.run(collectiviteId, await readAcquit(this.files.read(stored)), summaries);
      return { pieces: 0, percent: 100, isEnd: true };
    }
    let bytes = 0;
    const passing = counting(this.files.read(stored), (more) => (bytes += more));
    let pieces = 0;
    for await (const piece of readRetour(passing)) {
      if (pieces === piecesRead + PIECES_AT_ONCE)
        return { pieces, percent: Math.min(99, Math.floor((100 * bytes) / stored.size)), isEnd: false };
      pieces += 1;
      if (pieces > piecesRead) await this.returned.run(file, piece, summaries);
    }
    return { pieces, percent: 100, isEnd: true };
  }

  /** Nothing where another process went further meanwhile. */
  private keep(
    { id, collectiviteId, piecesRead }: TreasuryFileRow,
    summaries: FileSummaries,
    { pieces, percent, isEnd }: Reached,
    refusal?: string,
  ): Promise<void> {
    return this.database.unit(async () => {
      const summary = summaries.end(await this.recorded(collectiviteId, id), refusal);
      const state = !isEnd ? 'RECEIVED' : refusal === undefined ? 'READ' : 'REFUSED';
      const { affected } = await this.database
        .repository(TreasuryFileRow)
        .update({ id, state: 'RECEIVED', piecesRead }, { state, piecesRead: pieces, percentRead: percent, summary });
      if (affected === 0 || isEnd) return;
      const about = { collectiviteId, key: `${id}/${pieces}` };
      await this.outbox.emit(treasuryFileReceived, { collectiviteId, fileId: id }, about);
    });
  }

  private async recorded(collectiviteId: number, id: number): Promise<RecordedMoney> {
    const rows = await this.database.rows<{ kind: keyof typeof CENTS_OF; n: number | string; cents: number | string }>(
      `SELECT 'MONEY' AS kind, COUNT(*) AS n, COALESCE(SUM(amount_cents), 0) AS cents FROM claim_collections
         WHERE collectivite_id = ? AND treasury_file_id = ?
       UNION ALL SELECT kind, COUNT(*), SUM(amount_cents) FROM claim_adjustments
         WHERE collectivite_id = ? AND treasury_file_id = ? GROUP BY kind`,
      [collectiviteId, id, collectiviteId, id],
    );
    const money = { collections: 0, collectedCents: 0, reversedCents: 0, writtenOffCents: 0 };
    for (const { kind, n, cents } of rows) {
      if (kind === 'MONEY') money.collections = Number(n);
      money[CENTS_OF[kind]] = Number(cents);
    }
    return money;
  }
}

const CENTS_OF = { MONEY: 'collectedCents', REVERSAL: 'reversedCents', WRITE_OFF: 'writtenOffCents' } as const;

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}
