import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { CheckedFile } from '../../demandes/index.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { SealedFiles } from '../../platform/files/sealed-files.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { Vault } from '../../platform/secrets/vault.js';
import { CarePlanFileRow } from '../data/care-plan.entity.js';
import { neutralName } from '../rules/care-plan.js';

const CONTENT = { table: 'care_plan_files', column: 'file_id', reference: 'reference' };

export interface CareFile {
  readonly id: number;
  readonly reference: string;
  readonly stored: StoredFile;
}

/** The papers of PAI: sealed on the disk, each bound to its row. */
@Injectable()
export class CareFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  onModuleInit(): void {
    this.vault.declareFile(CONTENT);
  }

  /** Call inside a unit. Throws DATA_KEY_MISSING. */
  async keep(collectiviteId: number, carePlanId: number, papers: readonly CheckedFile[]): Promise<void> {
    for (const [index, { mediaType, content }] of papers.entries()) {
      const reference = `${carePlanId}:${index + 1}`;
      const file = { collectiviteId, mediaType, content, name: neutralName(index + 1, mediaType) };
      const fileId = await this.sealedFiles.put(file, { ...CONTENT, collectiviteId, row: reference });
      await this.database.insert(CarePlanFileRow, { collectiviteId, carePlanId, reference, fileId });
    }
  }

  /** Those that are still there, by PAI. */
  async of(collectiviteId: number, carePlanIds: readonly number[]): Promise<ReadonlyMap<number, readonly CareFile[]>> {
    const rows = await this.database.repository(CarePlanFileRow).find({
      where: { collectiviteId, carePlanId: In([...carePlanIds]), fileId: Not(IsNull()) },
      order: { id: 'ASC' },
    });
    const stored = await this.database
      .repository(StoredFile)
      .findBy({ collectiviteId, id: In(rows.map(({ fileId }) => fileId)) });
    const byId = new Map(stored.map((file) => [file.id, file]));
    const found = rows.map(({ id, carePlanId, reference, fileId }) => {
      return { id, carePlanId, reference, stored: byId.get(fileId!)! };
    });
    return groupedBy(found, ({ carePlanId }) => carePlanId);
  }

  /** Throws SealBroken. */
  open(collectiviteId: number, { reference, stored }: CareFile): Promise<Buffer> {
    return this.sealedFiles.read(stored, { ...CONTENT, collectiviteId, row: reference });
  }

  /** Call inside a unit: what a PAI was stays known, its papers are gone. */
  async erase(collectiviteId: number, carePlanId: number): Promise<void> {
    for (const { id, stored } of (await this.of(collectiviteId, [carePlanId])).get(carePlanId) ?? []) {
      await this.database.repository(CarePlanFileRow).update({ collectiviteId, id }, { fileId: null });
      await this.files.forget(collectiviteId, stored.id);
    }
  }
}
