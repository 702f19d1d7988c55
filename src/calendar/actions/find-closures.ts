import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, LessThanOrEqual } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ClosureRow } from '../data/closure.entity.js';

@Injectable()
export class FindClosures {
  constructor(private readonly database: Database) {}

  /** Those with a day from `from` to `to`, of every site, in the order of time. */
  run(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ClosureRow[]> {
    return this.database.read(() =>
      this.database.repository(ClosureRow).find({
        where: { collectiviteId, fromDate: LessThanOrEqual(to), toDate: MoreThanOrEqual(from) },
        order: { fromDate: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, closureId: number): Promise<ClosureRow> {
    const row = await this.database.read(() =>
      this.database.repository(ClosureRow).findOneBy({ id: closureId, collectiviteId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette fermeture n’existe pas, ou a déjà été retirée.');
    return row;
  }
}
