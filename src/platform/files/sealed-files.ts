import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { openedSize } from '../secrets/sealed-stream.js';
import { type SealedFileColumn, Vault } from '../secrets/vault.js';
import { FileStore, type NewFile, type WrittenBytes } from './file-store.js';
import type { StoredFile } from './stored-file.entity.js';

/** The row that refers to a sealed file. */
export interface SealedFileOwner extends SealedFileColumn {
  readonly collectiviteId: number;
  /** The value of the reference column of that row. */
  readonly row: string;
}

/** Files that show bank details or tell of health: their bytes lie sealed on the disk, bound to the row that refers to them. */
@Injectable()
export class SealedFiles {
  constructor(
    private readonly files: FileStore,
    private readonly vault: Vault,
  ) {}

  /** Answers the id of the stored file. Throws DATA_KEY_MISSING. */
  put(file: NewFile, owner: SealedFileOwner): Promise<number> {
    const sealed = this.vault.seal(file.content, placeOf(owner));
    return this.files.put({ ...file, content: Buffer.from(sealed) });
  }

  /**
   * Seals and writes bytes that come one after the other: `readStream` opens them. Not inside a unit; their row is added
   * as that of any bytes that were written. Throws DATA_KEY_MISSING.
   */
  write(content: AsyncIterable<Uint8Array>, owner: SealedFileOwner): Promise<WrittenBytes> {
    return this.files.write(this.vault.sealStream(content, placeOf(owner)));
  }

  /**
   * What `write` sealed, opened as it is read, and how many bytes that is. It fails where the bytes were changed, cut
   * short or belong to another row: at the place itself, after those before it were given.
   */
  readStream(file: StoredFile, owner: SealedFileOwner): { readonly content: Readable; readonly size: number } {
    const opened = this.vault.openStream(this.files.read(file), placeOf(owner));
    return { content: Readable.from(opened, { objectMode: false }), size: openedSize(file.size) };
  }

  /** Throws SealBroken when the bytes were changed, or belong to another row. */
  async read(file: StoredFile, owner: SealedFileOwner): Promise<Buffer> {
    return this.vault.open(await this.sealed(file), placeOf(owner));
  }

  /**
   * Seals a file again under the newest key. Not inside a unit. Answers what adds the new one, and its id, in the unit
   * that refers to it; null where nothing is to be done.
   */
  async sealAgain(fileId: number, owner: SealedFileOwner): Promise<(() => Promise<number>) | null> {
    const { collectiviteId } = owner;
    const file = await this.files.find(collectiviteId, fileId);
    if (!file) return null;
    const isOld = this.vault.isOldStream(await this.head(file));
    if (isOld === false) return null;
    if (isOld) {
      const written = await this.write(this.readStream(file, owner).content, owner);
      return () => this.files.add(file, written);
    }
    const sealed = await this.sealed(file);
    if (!this.vault.isOld(sealed)) return null;
    const content = this.vault.open(sealed, placeOf(owner));
    return () => this.put({ collectiviteId, name: file.name, mediaType: file.mediaType, content }, owner);
  }

  /** The first bytes, as many as the disk gives at once. */
  private async head(file: StoredFile): Promise<Buffer> {
    for await (const chunk of this.files.read(file)) return chunk as Buffer;
    return Buffer.alloc(0);
  }

  private async sealed(file: StoredFile): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.files.read(file)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('latin1');
  }
}

function placeOf({ collectiviteId, table, column, row }: SealedFileOwner) {
  return { collectiviteId, table, column, reference: row };
}
