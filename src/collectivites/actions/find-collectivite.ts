import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CollectiviteRow } from '../data/collectivite.entity.js';

@Injectable()
export class FindCollectivite {
  constructor(private readonly database: Database) {}

  /** Throws NOT_FOUND. */
  async run(id: number): Promise<CollectiviteRow> {
    const row = await this.database.read(() => this.database.repository(CollectiviteRow).findOneBy({ id }));
    if (!row) throw httpProblems.NOT_FOUND('Cette collectivité n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** Every collectivité, in the order of their ids: for tasks that look for what is due in each. */
  all(): Promise<CollectiviteRow[]> {
    return this.database.read(() => this.database.repository(CollectiviteRow).find({ order: { id: 'ASC' } }));
  }
}
