import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { SealedFiles } from '../../../platform/files/sealed-files.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { Vault } from '../../../platform/secrets/vault.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';

/** Where the bytes of a bordereau lie; what names its row to them, where they are sealed. */
export type KeptFile = Pick<ClaimBatchRow, 'sealedReference'> & { readonly fileId: number };

const COLUMN = { table: 'claim_batches', column: 'file_id', reference: 'sealed_reference' };

/** Files of bordereaux, written and read as they pass. One that holds accounts lies sealed. */
@Injectable()
export class BatchFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly secrets: Secrets,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  onModuleInit(): void {
    this.vault.declareFile(COLUMN);
  }

  /** Not inside a unit. Throws DATA_KEY_MISSING. */
  async put(
    collectiviteId: number,
    name: string,
    content: AsyncIterable<Uint8Array>,
    { holdsAccounts }: { readonly holdsAccounts: boolean },
  ): Promise<KeptFile> {
    const file = { collectiviteId, name, mediaType: 'application/xml' };
    if (!holdsAccounts) return { fileId: (await this.files.putStream(file, content)).id, sealedReference: null };
    const row = this.secrets.uuid();
    const fileId = await this.sealedFiles.putStream(file, content, { ...COLUMN, collectiviteId, row });
    return { fileId, sealedReference: row };
  }

  /** The bytes of a bordereau that has its file; always the same. */
  async read({ collectiviteId, fileId, sealedReference }: Pick<ClaimBatchRow, 'collectiviteId'> & KeptFile): Promise<{
    readonly name: string;
    readonly mediaType: string;
    readonly content: Readable;
    readonly size: number;
  }> {
    const file = (await this.files.find(collectiviteId, fileId))!;
    const { name, mediaType } = file;
    if (sealedReference === null) return { name, mediaType, content: this.files.read(file), size: file.size };
    const owner = { ...COLUMN, collectiviteId, row: sealedReference };
    return { name, mediaType, ...this.sealedFiles.readStream(file, owner) };
  }

  /** In the unit that freezes a file: what killed processes wrote before it under its name, and nobody froze. */
  async forgetOthers(collectiviteId: number, { fileId }: KeptFile): Promise<void> {
    const { name } = (await this.files.find(collectiviteId, fileId))!;
    const others = await this.database.rows<{ id: number }>(
      `SELECT f.id FROM stored_files f LEFT JOIN claim_batches b ON b.collectivite_id = f.collectivite_id AND b.file_id = f.id
       WHERE f.collectivite_id = ? AND f.name = ? AND f.id <> ? AND b.id IS NULL`,
      [collectiviteId, name, fileId],
    );
    for (const { id } of others) await this.files.forget(collectiviteId, id);
  }

  /** In the current unit. */
  forget(collectiviteId: number, { fileId }: KeptFile): Promise<void> {
    return this.files.forget(collectiviteId, fileId);
  }
}
