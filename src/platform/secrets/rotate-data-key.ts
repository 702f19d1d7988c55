import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { SealedFiles } from '../files/sealed-files.js';
import { type SealedColumn, Vault } from './vault.js';

interface SealedRow {
  readonly id: number;
  readonly collectivite_id: number;
  readonly reference: string;
  readonly sealed: string;
}

const SLICE = 200;

/** Seals again, under the newest key, what an older one sealed; a slice at a time, while the service runs. */
@Injectable()
export class RotateDataKey {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly files: FileStore,
    private readonly sealedFiles: SealedFiles,
  ) {}

  /** How many values were sealed again. Throws SealBroken, with the table and the id, at one that cannot be opened. */
  async run(): Promise<{ readonly sealedAgain: number }> {
    let sealedAgain = 0;
    for (const column of this.vault.columns)
      sealedAgain += await this.rotate(column, (row) => this.sealAgain(column, row));
    for (const column of this.vault.fileColumns)
      sealedAgain += await this.rotate(column, (row) => this.sealFileAgain(column, row));
    return { sealedAgain };
  }

  private async rotate(where: SealedColumn, again: (row: SealedRow) => Promise<number>): Promise<number> {
    let sealedAgain = 0;
    for (let after = 0; ;) {
      const rows = await this.slice(where, after);
      for (const row of rows) sealedAgain += await again(row);
      if (rows.length < SLICE) return sealedAgain;
      after = Number(rows.at(-1)!.id);
    }
  }

  private slice({ table, column, reference }: SealedColumn, after: number): Promise<SealedRow[]> {
    return this.database.read(() =>
      this.database.rows<SealedRow>(
        `SELECT id, collectivite_id, ${reference} AS reference, ${column} AS sealed FROM ${table}
         WHERE id > ? AND ${column} IS NOT NULL AND ${reference} IS NOT NULL ORDER BY id LIMIT ${SLICE}`,
        [after],
      ),
    );
  }

  /** A value that someone changed meanwhile was sealed under the newest key by them: it is left alone. */
  private async sealAgain({ table, column }: SealedColumn, row: SealedRow): Promise<number> {
    if (!this.vault.isOld(row.sealed)) return 0;
    const place = { collectiviteId: Number(row.collectivite_id), table, column, reference: row.reference };
    const sealed = this.vault.seal(this.opened(row, place), place);
    return this.database.unit(() =>
      this.database.change(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [
        sealed,
        row.id,
        row.sealed,
      ]),
    );
  }

  private async sealFileAgain(where: SealedColumn, row: SealedRow): Promise<number> {
    const collectiviteId = Number(row.collectivite_id);
    const fileId = Number(row.sealed);
    const owner = { ...where, collectiviteId, row: row.reference };
    const add = await this.sealedFiles.sealAgain(fileId, owner);
    if (add === null) return 0;
    return this.database.unit(async () => {
      const newId = await add();
      const changed = await this.database.change(
        `UPDATE ${where.table} SET ${where.column} = ? WHERE id = ? AND ${where.column} = ?`,
        [newId, row.id, fileId],
      );
      await this.files.forget(collectiviteId, changed === 1 ? fileId : newId);
      return changed;
    });
  }

  private opened(row: SealedRow, place: Parameters<Vault['open']>[1]): Buffer {
    try {
      return this.vault.open(row.sealed, place);
    } catch (error) {
      throw new Error(`${place.table} ${row.id} : ${(error as Error).message}`, { cause: error });
    }
  }
}
