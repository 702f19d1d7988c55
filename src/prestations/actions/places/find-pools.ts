import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { PlacePoolDayRow } from '../../data/place-pool-day.entity.js';
import { PlacePoolMemberRow } from '../../data/place-pool-member.entity.js';
import { PlacePoolRow } from '../../data/place-pool.entity.js';
import { FindSessions } from '../sessions/find-sessions.js';

export interface ShownPool extends PlacePoolRow {
  /** The prestations that draw on it, by id. */
  readonly prestationIds: readonly number[];
}

export interface ShownPoolDay {
  readonly date: Temporal.PlainDate;
  readonly places: number;
  readonly taken: number;
  /** The mairie gave this day its own number. */
  readonly ownPlaces: boolean;
}

@Injectable()
export class FindPools {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
  ) {}

  /** The pools of a collectivité, by name. */
  run(collectiviteId: number): Promise<ShownPool[]> {
    return this.database.read(async () => {
      const pools = await this.database
        .repository(PlacePoolRow)
        .find({ where: { collectiviteId }, order: { nameKey: 'ASC' } });
      const members = groupedBy(
        await this.database
          .repository(PlacePoolMemberRow)
          .find({ where: { collectiviteId }, order: { prestationId: 'ASC' } }),
        ({ poolId }) => poolId,
      );
      return pools.map((pool) => ({
        ...pool,
        prestationIds: (members.get(pool.id) ?? []).map(({ prestationId }) => prestationId),
      }));
    });
  }

  /** Throws NOT_FOUND. */
  async one(collectiviteId: number, poolId: number): Promise<ShownPool> {
    const pool = (await this.run(collectiviteId)).find(({ id }) => id === poolId);
    if (!pool) throw httpProblems.NOT_FOUND('Ce groupe de places n’existe pas, ou vous n’y avez pas accès.');
    return pool;
  }

  /** The days of a pool between two dates, both included, on which one of its prestations runs. Throws NOT_FOUND. */
  days(
    collectiviteId: number,
    poolId: number,
    span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  ): Promise<ShownPoolDay[]> {
    return this.database.read(async () => {
      const { places, prestationIds } = await this.one(collectiviteId, poolId);
      const rows = await this.database
        .repository(PlacePoolDayRow)
        .findBy({ collectiviteId, poolId, date: Between(span.from, span.to) });
      const sessions = await this.findSessions.run(collectiviteId, { ...span, prestationIds });
      const days = new Map<string, ShownPoolDay>();
      for (const { date } of sessions) days.set(date.toString(), { date, places, taken: 0, ownPlaces: false });
      for (const { date, ...row } of rows)
        if (days.has(date.toString()) || row.ownPlaces || row.taken > 0)
          days.set(date.toString(), { date, places: row.places, taken: row.taken, ownPlaces: row.ownPlaces });
      return [...days.values()].sort((a, b) => (isBefore(a.date, b.date) ? -1 : 1));
    });
  }
}
