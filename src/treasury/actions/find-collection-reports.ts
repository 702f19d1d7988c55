import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CollectionReportRow } from '../data/collection-report.entity.js';

@Injectable()
export class FindCollectionReports {
  constructor(private readonly database: Database) {}

  /** The latest first; one row more than the limit. */
  run(collectiviteId: number, limit: number, after?: number): Promise<CollectionReportRow[]> {
    return this.database.read(() =>
      this.database.repository(CollectionReportRow).find({
        where: { collectiviteId, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, reportId: number): Promise<CollectionReportRow> {
    const row = await this.database.read(() =>
      this.database.repository(CollectionReportRow).findOneBy({ id: reportId, collectiviteId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cet état n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
