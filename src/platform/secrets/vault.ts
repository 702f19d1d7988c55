import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import type { DataKey } from '../config/data-keys.js';
import { secretsProblems } from './problems.js';
import { openStream, sealStream, streamKeyIdOf } from './sealed-stream.js';
import { keyIdOf, open, seal, type SealedPlace } from './sealed-text.js';

/** A column whose values are sealed, in a table with `collectivite_id` and `id`. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that holds the `reference` of the row's place. */
  readonly reference: string;
}

/** A column that refers to a file whose bytes are sealed. */
export type SealedFileColumn = SealedColumn;

/**
 * Keeps what must not be read in a copy of the database: bank details, health. The newest key seals, each of the others still
 * opens. Rooms say which columns they seal, so that `npm run data-key:rotate` finds them.
 */
@Injectable()
export class Vault {
  readonly columns: SealedColumn[] = [];
  readonly fileColumns: SealedFileColumn[] = [];

  constructor(private readonly configuration: Configuration) {}

  declare(column: SealedColumn): void {
    this.columns.push(column);
  }

  declareFile(column: SealedFileColumn): void {
    this.fileColumns.push(column);
  }

  /** Throws DATA_KEY_MISSING (503) in production without a key. */
  seal(content: string | Buffer, place: SealedPlace): string {
    return seal(Buffer.from(content), place, this.newestKey());
  }

  /** Throws SealBroken when the value was changed, moved, or sealed under a key that is not configured. */
  open(sealed: string, place: SealedPlace): Buffer {
    return open(sealed, place, this.configuration.dataKeys);
  }

  /** Seals bytes that are never in memory together. Throws DATA_KEY_MISSING at once. */
  sealStream(content: AsyncIterable<Uint8Array>, place: SealedPlace): AsyncIterable<Buffer> {
    return sealStream(content, place, this.newestKey());
  }

  /** Throws SealBroken while it is read, where the bytes were changed, moved or cut short. */
  openStream(sealed: AsyncIterable<Uint8Array>, place: SealedPlace): AsyncIterable<Buffer> {
    return openStream(sealed, place, this.configuration.dataKeys);
  }

  /** True when a value is sealed under an older key than the newest. */
  isOld(sealed: string): boolean {
    return keyIdOf(sealed) !== this.newestKey().id;
  }

  /** The same of what was sealed in a stream, by its first bytes; null where it was sealed as one value. */
  isOldStream(head: Buffer): boolean | null {
    const id = streamKeyIdOf(head);
    return id === null ? null : id !== this.newestKey().id;
  }

  /** Before a form is filled in for nothing. Throws DATA_KEY_MISSING. */
  newestKey(): DataKey {
    const [newest] = this.configuration.dataKeys;
    if (newest) return newest;
    throw secretsProblems.DATA_KEY_MISSING(
      'Le service n’est pas encore prêt à conserver des coordonnées bancaires. Prévenez la mairie : son prestataire doit poser la clé de chiffrement (DATA_KEY).',
    );
  }
}
