import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';

/** Holds, in the order of everyone, what must not move while a pool is defined. */
@Injectable()
export class HoldPrestations {
  constructor(private readonly database: Database) {}

  /** The prestations by id, so that no session appears, then their sessions from a date on by id, until the commit. */
  async run(collectiviteId: number, prestationIds: readonly number[], from: Temporal.PlainDate): Promise<void> {
    const lock = this.database.dialect.forUpdate;
    const sorted = [...new Set(prestationIds)].sort((a, b) => a - b);
    await this.database.rows(
      `SELECT id FROM prestations WHERE collectivite_id = ? AND id IN (${marks(sorted)}) ORDER BY id${lock}`,
      [collectiviteId, ...sorted],
    );
    for (const ids of chunksOf(await this.sessionsOf(collectiviteId, sorted, from)))
      await this.database.rows(
        `SELECT id FROM sessions WHERE collectivite_id = ? AND id IN (${marks(ids)}) ORDER BY id${lock}`,
        [collectiviteId, ...ids],
      );
  }

  /** The sessions of prestations from a date on, by id. */
  async sessionsOf(
    collectiviteId: number,
    prestationIds: readonly number[],
    from: Temporal.PlainDate,
  ): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM sessions WHERE collectivite_id = ? AND prestation_id IN (${marks(prestationIds)}) AND date >= ? ORDER BY id`,
      [collectiviteId, ...prestationIds, from.toString()],
    );
    return rows.map(({ id }) => Number(id));
  }
}

function marks(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ');
}
