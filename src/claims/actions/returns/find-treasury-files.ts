import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { TreasuryFileRow } from '../../data/treasury-file.entity.js';

@Injectable()
export class FindTreasuryFiles {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, id: number): Promise<TreasuryFileRow> {
    const where = { id, collectiviteId };
    const row = await this.database.read(() => this.database.repository(TreasuryFileRow).findOneBy(where));
    if (!row) throw httpProblems.NOT_FOUND('Ce fichier n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** Those older than `after` (0: from the latest); one more than `limit`. */
  list(collectiviteId: number, limit: number, after = 0): Promise<TreasuryFileRow[]> {
    return this.database.read(() =>
      this.database.repository(TreasuryFileRow).find({
        where: { collectiviteId, ...(after > 0 ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }
}
