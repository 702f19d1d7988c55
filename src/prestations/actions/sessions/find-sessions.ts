import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { chunksOf } from '../../../kernel/lists.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { SessionRow } from '../../data/session.entity.js';

@Injectable()
export class FindSessions {
  constructor(private readonly database: Database) {}

  /** The sessions between two dates, both included, those called off too; by date. */
  run(
    collectiviteId: number,
    span: {
      readonly from: Temporal.PlainDate;
      readonly to: Temporal.PlainDate;
      readonly prestationIds?: readonly number[];
    },
  ): Promise<SessionRow[]> {
    return this.database.read(() =>
      this.database.repository(SessionRow).find({
        where: {
          collectiviteId,
          date: Between(span.from, span.to),
          ...(span.prestationIds === undefined ? {} : { prestationId: In([...span.prestationIds]) }),
        },
        order: { date: 'ASC', prestationId: 'ASC' },
      }),
    );
  }

  /** The sessions of these ids that belong to the collectivité; the others are left out. */
  byIds(collectiviteId: number, sessionIds: readonly number[]): Promise<SessionRow[]> {
    return this.database.read(async () => {
      const found: SessionRow[] = [];
      for (const ids of chunksOf(sessionIds))
        found.push(...(await this.database.repository(SessionRow).findBy({ collectiviteId, id: In(ids) })));
      return found;
    });
  }
}
