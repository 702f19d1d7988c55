import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';

/**
 * How often what happened in sessions changed. Whoever books, cancels or points says so in its own unit; whoever
 * bills compares. A moment cannot tell it: a request that came before a computation may be committed after it.
 */
@Injectable()
export class SessionRevisions {
  constructor(private readonly database: Database) {}

  /** Inside the caller's unit; holds the sessions until it ends. Taking and freeing places says it by itself. */
  async changed(collectiviteId: number, sessionIds: Iterable<number>): Promise<void> {
    for (const ids of chunksOf(sorted(sessionIds)))
      await this.database.change(
        `UPDATE sessions SET revision = revision + 1 WHERE collectivite_id = ? AND id IN (${marks(ids)})`,
        [collectiviteId, ...ids],
      );
  }

  /** The sum of the revisions of sessions: it grows when anything in any of them changes. */
  async of(collectiviteId: number, sessionIds: Iterable<number>): Promise<number> {
    let sum = 0;
    for (const ids of chunksOf(sorted(sessionIds))) {
      const [row] = await this.database.rows<{ revisions: number | string | null }>(
        `SELECT SUM(revision) AS revisions FROM sessions WHERE collectivite_id = ? AND id IN (${marks(ids)})`,
        [collectiviteId, ...ids],
      );
      sum += Number(row?.revisions ?? 0);
    }
    return sum;
  }

  /** The same, of sessions that nobody changes from here to the end of the caller's unit. */
  async held(collectiviteId: number, sessionIds: Iterable<number>): Promise<number> {
    const ids = sorted(sessionIds);
    for (const some of chunksOf(ids))
      await this.database.rows(
        `SELECT id FROM sessions WHERE collectivite_id = ? AND id IN (${marks(some)}) ORDER BY id${this.database.dialect.forUpdate}`,
        [collectiviteId, ...some],
      );
    return this.of(collectiviteId, ids);
  }
}

function sorted(ids: Iterable<number>): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

function marks(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ');
}
