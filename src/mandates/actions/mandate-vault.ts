import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealedFiles } from '../../platform/files/sealed-files.js';
import { FileStore, type NewFile } from '../../platform/files/file-store.js';
import { Vault } from '../../platform/secrets/vault.js';
import type { MandateRow } from '../data/mandate.entity.js';
import type { BankAccount } from '../rules/bank-account.js';

const ACCOUNT = { table: 'mandates', column: 'account', reference: 'reference' };
const SCAN = { table: 'mandates', column: 'scan_file_id', reference: 'reference' };

type Named = Pick<MandateRow, 'collectiviteId' | 'reference'>;

/** Seals what a mandate says of a bank account, and opens it. */
@Injectable()
export class MandateVault implements OnModuleInit {
  constructor(
    private readonly vault: Vault,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  onModuleInit(): void {
    this.vault.declare(ACCOUNT);
    this.vault.declareFile(SCAN);
  }

  /** Throws DATA_KEY_MISSING. */
  seal(account: BankAccount, { collectiviteId, reference }: Named): string {
    return this.vault.seal(JSON.stringify(account), { ...ACCOUNT, collectiviteId, reference });
  }

  /** Throws SealBroken. */
  open({ account, collectiviteId, reference }: Named & Pick<MandateRow, 'account'>): BankAccount {
    const opened = this.vault.open(account, { ...ACCOUNT, collectiviteId, reference });
    return JSON.parse(opened.toString()) as BankAccount;
  }

  /** Keeps the scan of a paper mandate; answers the id of the file. */
  keepScan(file: NewFile, { collectiviteId, reference }: Named): Promise<number> {
    return this.sealedFiles.put(file, { ...SCAN, collectiviteId, row: reference });
  }

  /** The scan of a mandate that has one. */
  async readScan({ collectiviteId, reference, scanFileId }: Named & Pick<MandateRow, 'scanFileId'>) {
    const file = await this.files.find(collectiviteId, scanFileId!);
    const content = await this.sealedFiles.read(file!, { ...SCAN, collectiviteId, row: reference });
    return { name: file!.name, mediaType: file!.mediaType, content };
  }
}
