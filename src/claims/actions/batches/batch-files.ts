import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { FileStore, type WrittenBytes } from '../../../platform/files/file-store.js';
import { SealedFiles } from '../../../platform/files/sealed-files.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { Vault } from '../../../platform/secrets/vault.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';

/** Where the bytes of a bordereau lie; what names its row to them, where they are sealed. */
export type KeptFile = Pick<ClaimBatchRow, 'sealedReference'> & { readonly fileId: number };

/** The same while no row tells of them yet. */
export type WrittenFile = Pick<ClaimBatchRow, 'sealedReference'> & WrittenBytes;

const COLUMN = { table: 'claim_batches', column: 'file_id', reference: 'sealed_reference' };

/** Files of bordereaux, written and read as they pass. One that holds accounts lies sealed. */
@Injectable()
export class BatchFiles implements OnModuleInit {
  constructor(
    private readonly vault: Vault,
    private readonly secrets: Secrets,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  onModuleInit(): void {
    this.vault.declareFile(COLUMN);
  }

  /** Not inside a unit. What is never kept is swept. Throws DATA_KEY_MISSING. */
  async write(
    collectiviteId: number,
    content: AsyncIterable<Uint8Array>,
    { holdsAccounts }: { readonly holdsAccounts: boolean },
  ): Promise<WrittenFile> {
    if (!holdsAccounts) return { ...(await this.files.write(content)), sealedReference: null };
    const row = this.secrets.uuid();
    const written = await this.sealedFiles.write(content, { ...COLUMN, collectiviteId, row });
    return { ...written, sealedReference: row };
  }

  /** In the unit that freezes the file. */
  async keep(collectiviteId: number, name: string, { sealedReference, ...written }: WrittenFile): Promise<KeptFile> {
    const fileId = await this.files.add({ collectiviteId, name, mediaType: 'application/xml' }, written);
    return { fileId, sealedReference };
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
}
