import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { WriteOffReversalRow } from '../../data/write-off-reversal.entity.js';
import { WriteOffRow } from '../../data/write-off.entity.js';

export interface FoundWriteOff {
  readonly id: number;
  readonly row: WriteOffRow;
  /** Null while the decision holds. */
  readonly reversal: WriteOffReversalRow | null;
}

@Injectable()
export class FindWriteOffs {
  constructor(private readonly database: Database) {}

  /** The latest first, of one family when told; one row more than the limit. */
  list(
    collectiviteId: number,
    {
      familyId,
      limit,
      after,
    }: { readonly familyId?: number | undefined; readonly limit: number; readonly after?: number | undefined },
  ): Promise<FoundWriteOff[]> {
    return this.database.read(async () => {
      const rows = await this.database.repository(WriteOffRow).find({
        where: { collectiviteId, ...(familyId ? { familyId } : {}), ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      return this.withReversals(collectiviteId, rows);
    });
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, writeOffId: number): Promise<FoundWriteOff> {
    return this.database.read(async () => {
      const rows = await this.database.repository(WriteOffRow).findBy({ collectiviteId, id: writeOffId });
      const [found] = await this.withReversals(collectiviteId, rows);
      if (!found) throw httpProblems.NOT_FOUND('Cet abandon de créance n’existe pas, ou vous n’y avez pas accès.');
      return found;
    });
  }

  private async withReversals(collectiviteId: number, rows: readonly WriteOffRow[]): Promise<FoundWriteOff[]> {
    const writeOffId = In(rows.map(({ id }) => id));
    const reversals = await this.database.repository(WriteOffReversalRow).findBy({ collectiviteId, writeOffId });
    const reversed = new Map(reversals.map((reversal) => [reversal.writeOffId, reversal]));
    return rows.map((row) => ({ id: row.id, row, reversal: reversed.get(row.id) ?? null }));
  }
}
