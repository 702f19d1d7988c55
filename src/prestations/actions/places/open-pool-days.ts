import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { PlacePoolRow } from '../../data/place-pool.entity.js';

export interface PoolDay {
  readonly poolId: number;
  readonly date: Temporal.PlainDate;
}

/** Gives days of pools their rows, inside the caller's unit. */
@Injectable()
export class OpenPoolDays {
  constructor(private readonly database: Database) {}

  /** Those that have a row keep it. The pools are held by id first, so that a day is opened once and nobody waits in a circle. */
  async run(collectiviteId: number, days: readonly PoolDay[]): Promise<void> {
    if (days.length === 0) return;
    const poolIds = [...new Set(days.map(({ poolId }) => poolId))];
    await this.database.rows(
      `SELECT id FROM place_pools WHERE collectivite_id = ? AND id IN (${poolIds.map(() => '?').join(', ')}) ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, ...poolIds],
    );
    const pools = await this.database.repository(PlacePoolRow).findBy({ collectiviteId, id: In(poolIds) });
    const placesOf = new Map(pools.map(({ id, places }) => [id, places]));
    const opening = this.database.dialect.upsert(
      'place_pool_days',
      ['collectivite_id', 'pool_id', 'date', 'places', 'taken', 'own_places'],
      ['pool_id', 'date'],
      'taken = taken',
    );
    for (const { poolId, date } of days) {
      const places = placesOf.get(poolId);
      if (places === undefined) continue;
      await this.database.change(opening, [collectiviteId, poolId, date.toString(), places, 0, 0]);
    }
  }
}
