import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';

interface Follower {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly accountId: number;
}

/**
 * Whether an adult still has a say in a foyer that has a child, on a date or later: the account is open and is that of a
 * guardian. For what is read without signing in, where nothing else looks.
 */
@Injectable()
export class MayFollowChild {
  constructor(private readonly database: Database) {}

  run({ collectiviteId, familyId, childId, accountId }: Follower, today: Temporal.PlainDate): Promise<boolean> {
    return this.database.read(async () => {
      const found = await this.database.rows<{ id: number }>(
        `SELECT g.id FROM guardians g
         JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
         JOIN custodies c ON c.family_id = g.family_id AND c.child_id = ? AND (c.to_date IS NULL OR c.to_date >= ?)
         WHERE g.collectivite_id = ? AND g.family_id = ? AND g.account_id = ?
         LIMIT 1`,
        [childId, today.toString(), collectiviteId, familyId, accountId],
      );
      return found.length > 0;
    });
  }
}
