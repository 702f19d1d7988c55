import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Configuration } from '../config/configuration.js';
import { Database } from '../database/database.js';
import { eventKind, Outbox } from '../outbox/outbox.js';
import { StoredFile } from './stored-file.entity.js';

/** A row that held these bytes is gone. */
const contentForgotten = eventKind<{ readonly digest: string }>('files.content-forgotten');

/** Longer than any request lasts between its bytes and its row. */
const FRESH_MS = 3_600_000;

export interface NewFile {
  readonly collectiviteId: number;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * Files beside the database: the bytes lie under FILES_DIR by their digest, the row says what they are. Bytes are
 * written (and flushed) before the row, so a row never points at nothing; bytes without a row are only litter.
 */
@Injectable()
export class FileStore implements OnModuleInit {
  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(contentForgotten, ({ digest }) => this.eraseBytes(digest));
  }

  /** Writes the bytes. Call it before the unit that adds the row, or inside it: it may safely run twice. */
  async put(file: NewFile): Promise<number> {
    const digest = createHash('sha256').update(file.content).digest('hex');
    await this.writeOnce(digest, file.content);
    return this.database.unit(() =>
      this.database.insert(StoredFile, {
        collectiviteId: file.collectiviteId,
        name: safeName(file.name),
        mediaType: file.mediaType,
        size: file.content.length,
        digest,
        createdAt: this.clock.now(),
      }),
    );
  }

  /**
   * The same for bytes that come one after the other and are never in memory together. Not inside a unit: it takes as
   * long as they do. Answers the id of the row, and the digest, by which the same content is recognised.
   */
  async putStream(
    file: Omit<NewFile, 'content'>,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly id: number; readonly digest: string; readonly size: number }> {
    const { digest, size } = await this.writeStream(chunks);
    const id = await this.database.unit(() =>
      this.database.insert(StoredFile, {
        collectiviteId: file.collectiviteId,
        name: safeName(file.name),
        mediaType: file.mediaType,
        size,
        digest,
        createdAt: this.clock.now(),
      }),
    );
    return { id, digest, size };
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

  /**
   * Erases the bytes of a content that no row holds; nothing where one does. Someone may be writing the same content at
   * this very moment, and add its row in a second: the bytes are set aside, always in the same place so that a second
   * try finds them, and put back when a row holds them or when they were written or asked for within the hour. Throws in
   * that case, to be tried again.
   */
  private async eraseBytes(digest: string): Promise<void> {
    const path = this.path(digest);
    const aside = `${path}.forgotten`;
    await rename(path, aside).catch(unlessMissing);
    const there = await stat(aside).catch(unlessMissing);
    if (!there) return;
    let erased = false;
    try {
      if (await this.database.read(() => this.database.repository(StoredFile).existsBy({ digest }))) return;
      if (there.mtimeMs > Date.now() - FRESH_MS) throw new Error('the same content was asked for within the hour');
      await unlink(aside);
      erased = true;
    } finally {
      if (!erased) await rename(aside, path);
    }
  }

  read(file: StoredFile): Readable {
    return createReadStream(this.path(file.digest));
  }

  private path(digest: string): string {
    return join(this.configuration.filesDirectory, digest.slice(0, 2), digest);
  }

  /** Under a name of its own until its digest is known. */
  private async writeStream(chunks: AsyncIterable<Uint8Array>): Promise<{ digest: string; size: number }> {
    const hash = createHash('sha256');
    const draft = join(this.configuration.filesDirectory, `incoming.${randomUUID()}`);
    let size = 0;
    await mkdir(this.configuration.filesDirectory, { recursive: true });
    try {
      const handle = await open(draft, 'wx');
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          await handle.appendFile(chunk);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const digest = hash.digest('hex');
      await mkdir(dirname(this.path(digest)), { recursive: true });
      await rename(draft, this.path(digest));
      return { digest, size };
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    }
  }

  private async writeOnce(digest: string, content: Buffer): Promise<void> {
    const path = this.path(digest);
    const there = await stat(path).catch(() => null);
    if (there?.size === content.length && (await isTouched(path))) return;
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    try {
      const handle = await open(draft, 'wx');
      await handle.writeFile(content);
      await handle.sync();
      await handle.close();
      await rename(draft, path);
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    }
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Says that the bytes are asked for now; false when they were just erased. */
async function isTouched(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

/** Keeps the words of a name and nothing that a file system or a header could misunderstand. */
function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '');
  return [...(cleaned || 'document')].slice(0, 200).join('');
}
