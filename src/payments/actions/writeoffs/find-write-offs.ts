import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { WriteOffRow } from '../../data/write-off.entity.js';

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
  ): Promise<WriteOffRow[]> {
    return this.database.read(() =>
      this.database.repository(WriteOffRow).find({
        where: { collectiviteId, ...(familyId ? { familyId } : {}), ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, writeOffId: number): Promise<WriteOffRow> {
    const row = await this.database.read(() =>
      this.database.repository(WriteOffRow).findOneBy({ collectiviteId, id: writeOffId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cet abandon de créance n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
