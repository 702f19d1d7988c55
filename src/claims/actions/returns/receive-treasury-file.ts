import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { TreasuryFileRow } from '../../data/treasury-file.entity.js';
import { treasuryFileReceived } from '../../events.js';
import type { FileKind } from '../../rules/file-summary.js';

/** Keeps a file of the Trésorerie, to be read after the commit. */
@Injectable()
export class ReceiveTreasuryFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
  ) {}

  /** The same bytes received again answer the first file, and are not read again. Not inside a unit. */
  async run(
    collectiviteId: number,
    {
      kind,
      name,
      content,
    }: { readonly kind: FileKind; readonly name: string; readonly content: AsyncIterable<Uint8Array> },
    accountId: number,
  ): Promise<TreasuryFileRow> {
    const written = await this.files.write(content);
    const { digest } = written;
    try {
      return await this.database.unit(async () => {
        const earlier = await this.sameBytes(collectiviteId, digest);
        if (earlier) return earlier;
        const fileId = await this.files.add({ collectiviteId, name, mediaType: 'application/xml' }, written);
        const row: Omit<TreasuryFileRow, 'id'> = {
          ...{ collectiviteId, kind, digest, fileId },
          ...{
            state: 'RECEIVED',
            piecesRead: 0,
            percentRead: 0,
            summary: null,
            receivedBy: accountId,
            receivedAt: this.clock.now(),
          },
        };
        const id = await this.database.insert(TreasuryFileRow, row);
        await this.outbox.emit(
          treasuryFileReceived,
          { collectiviteId, fileId: id },
          { collectiviteId, key: String(id) },
        );
        return { ...row, id };
      });
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      const twin = await this.database.read(() => this.sameBytes(collectiviteId, digest));
      if (!twin) throw error;
      return twin;
    }
  }

  private sameBytes(collectiviteId: number, digest: string): Promise<TreasuryFileRow | null> {
    return this.database.repository(TreasuryFileRow).findOneBy({ collectiviteId, digest });
  }
}
