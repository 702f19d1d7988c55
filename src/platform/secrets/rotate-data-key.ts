import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
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
  ) {}

  /** How many values were sealed again. Throws SealBroken, with the table and the id, at one that cannot be opened. */
  async run(): Promise<{ readonly sealedAgain: number }> {
    let sealedAgain = 0;
    for (const column of this.vault.columns) sealedAgain += await this.rotate(column);
    return { sealedAgain };
  }

  private async rotate(where: SealedColumn): Promise<number> {
    let sealedAgain = 0;
    for (let after = 0; ;) {
      const rows = await this.slice(where, after);
      for (const row of rows) if (this.vault.isOld(row.sealed)) sealedAgain += await this.sealAgain(where, row);
      if (rows.length < SLICE) return sealedAgain;
      after = Number(rows.at(-1)!.id);
    }
  }

  private slice({ table, column, reference }: SealedColumn, after: number): Promise<SealedRow[]> {
    return this.database.read(() =>
      this.database.rows<SealedRow>(
        `SELECT id, collectivite_id, ${reference} AS reference, ${column} AS sealed FROM ${table}
         WHERE id > ? AND ${column} IS NOT NULL ORDER BY id LIMIT ${SLICE}`,
        [after],
      ),
    );
  }

  /** A value that someone changed meanwhile was sealed under the newest key by them: it is left alone. */
  private async sealAgain({ table, column }: SealedColumn, row: SealedRow): Promise<number> {
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

  private opened(row: SealedRow, place: Parameters<Vault['open']>[1]): Buffer {
    try {
      return this.vault.open(row.sealed, place);
    } catch (error) {
      throw new Error(`${place.table} ${row.id} : ${(error as Error).message}`, { cause: error });
    }
  }
}
