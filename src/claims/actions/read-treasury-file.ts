import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readAcquit, readRetour, Refusal } from '../../pes/index.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { TreasuryFileRow } from '../data/treasury-file.entity.js';
import { treasuryFileReceived } from '../events.js';
import { FileSummaries } from '../rules/file-summary.js';
import { ApplyAcquit } from './apply-acquit.js';
import { ApplyReturnedPiece } from './apply-returned-piece.js';
import { FindTreasuryFiles } from './find-treasury-files.js';

/**
 * Reads a file of the Trésorerie, a piece in each unit. Killed half-way it is read again from its start: what it said is
 * recorded once, by keys; only the counts of its summary are then those of the last reading.
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

  async run(collectiviteId: number, id: number): Promise<void> {
    const file = await this.findFiles.one(collectiviteId, id);
    if (file.state !== 'RECEIVED') return;
    const summaries = new FileSummaries();
    try {
      await this.read(file, summaries);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.close(id, { state: 'REFUSED', summary: summaries.end(error.message) });
      return;
    }
    await this.close(id, { state: 'READ', summary: summaries.end() });
  }

  private async read(file: TreasuryFileRow, summaries: FileSummaries): Promise<void> {
    const { collectiviteId, fileId, kind } = file;
    const bytes = this.files.read((await this.files.find(collectiviteId, fileId))!);
    if (kind === 'ACQUIT') {
      await this.acquit.run(collectiviteId, await readAcquit(bytes), summaries);
      return;
    }
    for await (const piece of readRetour(bytes)) await this.returned.run(file, piece, summaries);
  }

  private async close(id: number, result: Pick<TreasuryFileRow, 'state' | 'summary'>): Promise<void> {
    await this.database.unit(() => this.database.repository(TreasuryFileRow).update({ id, state: 'RECEIVED' }, result));
  }
}
