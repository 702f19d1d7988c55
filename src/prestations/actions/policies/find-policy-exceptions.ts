import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { PolicyExceptionRow } from '../../data/policy-exception.entity.js';

@Injectable()
export class FindPolicyExceptions {
  constructor(private readonly database: Database) {}

  /** Those that the mairie has not taken back, by date; from a date on where it is given. */
  run(collectiviteId: number, from: Temporal.PlainDate | null = null): Promise<PolicyExceptionRow[]> {
    return this.database.read(() =>
      this.database.repository(PolicyExceptionRow).find({
        where: { collectiviteId, removedAt: IsNull(), ...(from === null ? {} : { toDate: MoreThanOrEqual(from) }) },
        order: { fromDate: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** Throws NOT_FOUND, for one that was taken back too. */
  async one(collectiviteId: number, exceptionId: number): Promise<PolicyExceptionRow> {
    const row = await this.database.read(() =>
      this.database.repository(PolicyExceptionRow).findOneBy({ collectiviteId, id: exceptionId, removedAt: IsNull() }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette exception n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
