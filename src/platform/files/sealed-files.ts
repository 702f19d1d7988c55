import { Injectable } from '@nestjs/common';
import { type SealedFileColumn, Vault } from '../secrets/vault.js';
import { FileStore, type NewFile } from './file-store.js';
import type { StoredFile } from './stored-file.entity.js';

/** The row that refers to a sealed file. */
export interface SealedFileOwner extends SealedFileColumn {
  readonly collectiviteId: number;
  /** The value of the reference column of that row. */
  readonly row: string;
}

/** Files that show bank details: their bytes lie sealed on the disk, bound to the row that refers to them. */
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

  /** Throws SealBroken when the bytes were changed, or belong to another row. */
  async read(file: StoredFile, owner: SealedFileOwner): Promise<Buffer> {
    return this.vault.open(await this.sealed(file), placeOf(owner));
  }

  /** Seals a file again under the newest key: answers the id of the new one, or null where nothing is to be done. */
  async sealAgain(fileId: number, owner: SealedFileOwner): Promise<number | null> {
    const { collectiviteId } = owner;
    const file = await this.files.find(collectiviteId, fileId);
    if (!file) return null;
    const sealed = await this.sealed(file);
    if (!this.vault.isOld(sealed)) return null;
    const content = this.vault.open(sealed, placeOf(owner));
    return this.put({ collectiviteId, name: file.name, mediaType: file.mediaType, content }, owner);
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
