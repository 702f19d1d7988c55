import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { DebitRunRow } from '../../data/debit-run.entity.js';
import { DebitRow } from '../../data/debit.entity.js';

interface PageOf {
  readonly limit: number;
  readonly after?: number | undefined;
}

@Injectable()
export class FindDebitRuns {
  constructor(private readonly database: Database) {}

  /** The last made first; one row more than the limit. */
  list(collectiviteId: number, { limit, after }: PageOf): Promise<DebitRunRow[]> {
    return this.database.read(() =>
      this.database.repository(DebitRunRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, id: number): Promise<DebitRunRow> {
    const row = await this.database.read(() => this.database.repository(DebitRunRow).findOneBy({ collectiviteId, id }));
    if (!row) throw httpProblems.NOT_FOUND('Ce fichier de prélèvements n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** In the order of the file; one row more than the limit. */
  debitsOf(collectiviteId: number, debitRunId: number, { limit, after }: PageOf): Promise<DebitRow[]> {
    return this.database.read(() =>
      this.database.repository(DebitRow).find({
        where: { collectiviteId, debitRunId, ...(after ? { id: MoreThan(after) } : {}) },
        order: { id: 'ASC' },
        take: limit + 1,
      }),
    );
  }

  /** The last first; one row more than the limit. */
  ofFamily(collectiviteId: number, familyId: number, { limit, after }: PageOf): Promise<DebitRow[]> {
    return this.database.read(() =>
      this.database.repository(DebitRow).find({
        where: { collectiviteId, familyId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async debit(collectiviteId: number, id: number): Promise<DebitRow> {
    const row = await this.database.read(() => this.database.repository(DebitRow).findOneBy({ collectiviteId, id }));
    if (!row) throw httpProblems.NOT_FOUND('Ce prélèvement n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
