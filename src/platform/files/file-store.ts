import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { eventKind, Outbox } from '../outbox/outbox.js';
import { BytesOnDisk } from './bytes-on-disk.js';
import { safeName } from './safe-name.js';
import { StoredFile } from './stored-file.entity.js';

/** A row that held these bytes is gone. */
const contentForgotten = eventKind<{ readonly digest: string }>('files.content-forgotten');

export interface NewFile {
  readonly collectiviteId: number;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Bytes that lie on the disk, and have no row yet. */
export interface WrittenBytes {
  /** By which the same content is recognised. */
  readonly digest: string;
  readonly size: number;
}

/**
 * Files beside the database: the bytes lie under FILES_DIR by their digest, the row says what they are. Bytes are
 * written (and flushed) before the row, so a row never points at nothing; those whose row never came are swept.
 */
@Injectable()
export class FileStore implements OnModuleInit {
  constructor(
    private readonly bytes: BytesOnDisk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(contentForgotten, ({ digest }) => this.eraseUnheld(digest));
  }

  /** Writes the bytes. Call it before the unit that adds the row, or inside it: it may safely run twice. */
  async put(file: NewFile): Promise<number> {
    const digest = createHash('sha256').update(file.content).digest('hex');
    await this.bytes.write(digest, file.content);
    return this.add(file, { digest, size: file.content.length });
  }

  /**
   * Writes bytes that come one after the other and are never in memory together. Not inside a unit: it takes as long as
   * they do. Their row is added by `add`, in the unit of what refers to it: of a process that dies in between nothing
   * stays but the bytes, which are swept.
   */
  write(chunks: AsyncIterable<Uint8Array>): Promise<WrittenBytes> {
    return this.bytes.writeStream(chunks);
  }

  /** The row of what was written; answers its id. */
  add({ collectiviteId, name, mediaType }: Omit<NewFile, 'content'>, { digest, size }: WrittenBytes): Promise<number> {
    return this.database.unit(() => {
      this.database.afterCommit(() => this.bytes.held(digest));
      const createdAt = this.clock.now();
      return this.database.insert(StoredFile, {
        collectiviteId,
        name: safeName(name),
        mediaType,
        size,
        digest,
        createdAt,
      });
    });
  }

  /** The file of a collectivité, or null when that collectivité has no such file. */
  find(collectiviteId: number, id: number): Promise<StoredFile | null> {
    return this.database.read(() => this.database.repository(StoredFile).findOneBy({ id, collectiviteId }));
  }

  /**
   * Forgets, in the current unit, a file whose row nothing refers to any more. Its bytes go after the commit, and a
   * process that dies in between leaves them to the next.
   */
  async forget(collectiviteId: number, id: number): Promise<void> {
    const file = await this.find(collectiviteId, id);
    if (!file) return;
    await this.database.change('DELETE FROM stored_files WHERE id = ? AND collectivite_id = ?', [id, collectiviteId]);
    await this.outbox.emit(contentForgotten, { digest: file.digest }, { collectiviteId });
  }

  read(file: StoredFile): Readable {
    return this.bytes.read(file.digest);
  }

  /** Erases the bytes of a content that no row holds. Throws where they were asked for within the hour. */
  eraseUnheld(digest: string): Promise<void> {
    return this.bytes.eraseUnless(digest, () =>
      this.database.read(() => this.database.repository(StoredFile).existsBy({ digest })),
    );
  }
}
