import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';

/** What a family has in a session. */
export interface Concern {
  readonly sessionId: number;
  readonly familyId: number;
  readonly reservations: number;
  readonly basketLines: number;
}

@Injectable()
export class ConcernedFamilies {
  constructor(private readonly database: Database) {}

  /** The families with a living reservation or a basket line in these sessions, by session and family. */
  async of(collectiviteId: number, sessionIds: readonly number[]): Promise<Concern[]> {
    const found: Concern[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const marks = ids.map(() => '?').join(', ');
      const rows = await this.database.rows<Record<keyof Concern, number | string>>(
        `SELECT sessionId, familyId, SUM(reserved) AS reservations, SUM(wished) AS basketLines FROM (
           SELECT session_id AS sessionId, family_id AS familyId, 1 AS reserved, 0 AS wished
             FROM reservations WHERE collectivite_id = ? AND active = 1 AND session_id IN (${marks})
           UNION ALL
           SELECT l.session_id, b.family_id, 0, 1
             FROM basket_lines l JOIN baskets b ON b.id = l.basket_id
            WHERE l.collectivite_id = ? AND l.session_id IN (${marks})
         ) AS things GROUP BY sessionId, familyId ORDER BY sessionId, familyId`,
        [collectiviteId, ...ids, collectiviteId, ...ids],
      );
      found.push(
        ...rows.map(({ sessionId, familyId, reservations, basketLines }) => ({
          sessionId: Number(sessionId),
          familyId: Number(familyId),
          reservations: Number(reservations),
          basketLines: Number(basketLines),
        })),
      );
    }
    return found;
  }
}
