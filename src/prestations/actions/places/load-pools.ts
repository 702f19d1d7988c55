import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { PlacePoolDayRow } from '../../data/place-pool-day.entity.js';
import { PlacePoolMemberRow } from '../../data/place-pool-member.entity.js';
import { PlacePoolRow } from '../../data/place-pool.entity.js';
import type { SessionRow } from '../../data/session.entity.js';
import { bandHolds, fullPlaceOf, type FullPlace, placesLeft, type PoolOnDay } from '../../rules/place-pool.js';

export type PooledSession = Pick<SessionRow, 'prestationId' | 'date' | 'places' | 'taken'>;

/** A pool on the day of a session; `dayId` is null while that day has no row yet. */
export interface KnownPool extends PoolOnDay {
  readonly poolId: number;
  readonly date: Temporal.PlainDate;
  readonly dayId: number | null;
}

/** The pools that some sessions draw on, each as it stands on the day. */
export class PoolBook {
  constructor(private readonly bySession: ReadonlyMap<string, readonly KnownPool[]>) {}

  /** Each pool and day once, by pool. */
  get all(): KnownPool[] {
    const each = new Map([...this.bySession.values()].flat().map((pool) => [dayKey(pool.poolId, pool.date), pool]));
    return [...each.values()].sort((a, b) => a.poolId - b.poolId || a.date.toString().localeCompare(b.date.toString()));
  }

  /** Those that hold a child in a session, by pool. */
  holding({ prestationId, date }: PooledSession, birthDate: Temporal.PlainDate): KnownPool[] {
    return (this.bySession.get(dayKey(prestationId, date)) ?? []).filter((pool) => bandHolds(pool, birthDate, date));
  }

  /** What has no place left for a child, or null. */
  full(session: PooledSession, birthDate: Temporal.PlainDate): FullPlace | null {
    return fullPlaceOf(session, this.holding(session, birthDate));
  }

  /** The least of the session's places left and of those of its pools. */
  left(session: PooledSession, birthDate: Temporal.PlainDate): number {
    return placesLeft(session, this.holding(session, birthDate));
  }
}

@Injectable()
export class LoadPools {
  constructor(private readonly database: Database) {}

  /** At most three queries, whatever the sessions. */
  run(collectiviteId: number, sessions: readonly PooledSession[]): Promise<PoolBook> {
    return this.database.read(async () => {
      const pools = sessions.length === 0 ? [] : await this.pools(collectiviteId);
      if (pools.length === 0) return new PoolBook(new Map());
      const members = groupedBy(
        await this.database.repository(PlacePoolMemberRow).findBy({ collectiviteId }),
        ({ prestationId }) => prestationId,
      );
      const days = await this.days(collectiviteId, sessions);
      const poolOf = new Map(pools.map((pool) => [pool.id, pool]));
      const bySession = new Map<string, KnownPool[]>();
      for (const { prestationId, date } of sessions) {
        const its = (members.get(prestationId) ?? []).map(({ poolId }) => poolOf.get(poolId)!);
        bySession.set(
          dayKey(prestationId, date),
          its.map((pool) => onDay(pool, date, days.get(dayKey(pool.id, date)))).sort((a, b) => a.poolId - b.poolId),
        );
      }
      return new PoolBook(bySession);
    });
  }

  /** The sessions, these included, that draw on a pool of these ones on the same day. */
  async sharing(collectiviteId: number, sessionIds: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ id: number }>(
        `SELECT DISTINCT o.id FROM sessions s
         JOIN place_pool_members m ON m.prestation_id = s.prestation_id
         JOIN place_pool_members n ON n.pool_id = m.pool_id
         JOIN sessions o ON o.prestation_id = n.prestation_id AND o.date = s.date
         WHERE s.collectivite_id = ? AND s.id IN (${ids.map(() => '?').join(', ')})`,
        [collectiviteId, ...ids],
      );
      found.push(...rows.map(({ id }) => Number(id)));
    }
    return found;
  }

  private pools(collectiviteId: number): Promise<PlacePoolRow[]> {
    return this.database.repository(PlacePoolRow).findBy({ collectiviteId });
  }

  private async days(
    collectiviteId: number,
    sessions: readonly PooledSession[],
  ): Promise<Map<string, PlacePoolDayRow>> {
    const dates = sessions.map(({ date }) => date);
    const [first, last] = [
      dates.reduce((a, b) => (isBefore(b, a) ? b : a)),
      dates.reduce((a, b) => (isBefore(a, b) ? b : a)),
    ];
    const few = new Set(dates.map(String)).size <= 50;
    const rows = await this.database.repository(PlacePoolDayRow).findBy({
      collectiviteId,
      date: few ? In([...new Map(dates.map((d) => [String(d), d])).values()]) : Between(first, last),
    });
    return new Map(rows.map((row) => [dayKey(row.poolId, row.date), row]));
  }
}

function onDay(pool: PlacePoolRow, date: Temporal.PlainDate, day: PlacePoolDayRow | undefined): KnownPool {
  return {
    poolId: pool.id,
    name: pool.name,
    ageFrom: pool.ageFrom,
    ageUnder: pool.ageUnder,
    date,
    dayId: day?.id ?? null,
    places: day?.places ?? pool.places,
    taken: day?.taken ?? 0,
  };
}

/** Of a prestation or of a pool. */
function dayKey(id: number, date: Temporal.PlainDate): string {
  return `${id}:${date.toString()}`;
}
