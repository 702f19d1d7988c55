import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Configuration } from '../config/configuration.js';
import { Database } from '../database/database.js';
import { StoredFile } from './stored-file.entity.js';

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
export class FileStore {
  constructor(
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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

  /** The file of a collectivité, or null when that collectivité has no such file. */
  find(collectiviteId: number, id: number): Promise<StoredFile | null> {
    return this.database.read(() => this.database.repository(StoredFile).findOneBy({ id, collectiviteId }));
  }

  read(file: StoredFile): Readable {
    return createReadStream(this.path(file.digest));
  }

  private path(digest: string): string {
    return join(this.configuration.filesDirectory, digest.slice(0, 2), digest);
  }

  private async writeOnce(digest: string, content: Buffer): Promise<void> {
    const path = this.path(digest);
    const there = await stat(path).catch(() => null);
    if (there?.size === content.length) return;
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

/** Keeps the words of a name and nothing that a file system or a header could misunderstand. */
function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '');
  return [...(cleaned || 'document')].slice(0, 200).join('');
}
