import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import type { SessionRow } from '../../data/session.entity.js';
import { TakenPlaceRow } from '../../data/taken-place.entity.js';
import { type FullPlace, fullPool } from '../../rules/place-pool.js';
import { FindSessions } from '../sessions/find-sessions.js';
import { LoadPools, type PoolBook } from './load-pools.js';
import { OpenPoolDays } from './open-pool-days.js';

export interface SeatedChild {
  readonly childId: number;
  readonly birthDate: Temporal.PlainDate;
}

/**
 * The places of sessions and of the pools they draw on, exact whoever asks at the same time. Whoever takes or frees
 * places holds them first, all at once, inside a unit of work: see docs/concurrency.md.
 */
@Injectable()
export class Places {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly loadPools: LoadPools,
    private readonly openPoolDays: OpenPoolDays,
  ) {}

  /** Holds the sessions of these ids, then the days of their pools, each in the order of the ids, until the commit. */
  async hold(collectiviteId: number, sessionIds: readonly number[]): Promise<HeldPlaces> {
    const ids = [...new Set(sessionIds)].sort((a, b) => a - b);
    for (const chunk of chunksOf(ids)) await this.lock('sessions', collectiviteId, chunk);
    const sessions = await this.findSessions.byIds(collectiviteId, ids);
    const known = await this.loadPools.run(collectiviteId, sessions);
    await this.openPoolDays.run(
      collectiviteId,
      known.all.filter(({ dayId }) => dayId === null),
    );
    const dayIds = [
      ...(await this.loadPools.run(collectiviteId, sessions)).all.flatMap(({ dayId }) => dayId ?? []),
      ...(await this.drawnOn(collectiviteId, ids)),
    ];
    const sorted = [...new Set(dayIds)].sort((a, b) => a - b);
    for (const chunk of chunksOf(sorted)) await this.lock('place_pool_days', collectiviteId, chunk);
    const pools = await this.loadPools.run(collectiviteId, sessions);
    return new HeldPlaces(this.database, new Map(sessions.map((session) => [session.id, session])), pools);
  }

  /** Days in which places of these sessions count, also of pools that the prestation has left since. */
  private async drawnOn(collectiviteId: number, sessionIds: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ pool_day_id: number }>(
        `SELECT DISTINCT p.pool_day_id FROM taken_places t JOIN taken_pool_places p ON p.taken_place_id = t.id
         WHERE t.collectivite_id = ? AND t.session_id IN (${ids.map(() => '?').join(', ')})`,
        [collectiviteId, ...ids],
      );
      found.push(...rows.map(({ pool_day_id }) => Number(pool_day_id)));
    }
    return found;
  }

  private async lock(
    table: 'sessions' | 'place_pool_days',
    collectiviteId: number,
    ids: readonly number[],
  ): Promise<void> {
    await this.database.rows(
      `SELECT id FROM ${table} WHERE collectivite_id = ? AND id IN (${ids.map(() => '?').join(', ')}) ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, ...ids],
    );
  }
}

/** Places that nobody else can move until the commit. */
export class HeldPlaces {
  private readonly left: Map<number, number>;

  constructor(
    private readonly database: Database,
    /** As they are now that they are held; those of another collectivité are absent. Their counts do not follow. */
    readonly sessions: ReadonlyMap<number, SessionRow>,
    private readonly pools: PoolBook,
  ) {
    this.left = new Map([...sessions.values()].map(({ id, places, taken }) => [id, places - taken]));
  }

  /** Whether the session itself has a place left, after what was taken and freed here. */
  hasPlace(sessionId: number): boolean {
    return (this.left.get(sessionId) ?? 0) > 0;
  }

  /** Takes the child's place in the session and in each pool that holds the child, or in none: answers what is full. */
  async take(sessionId: number, { childId, birthDate }: SeatedChild): Promise<FullPlace | null> {
    const session = this.held(sessionId);
    if (!(await this.takeInSession(sessionId))) return { by: 'SESSION' };
    const taken: number[] = [];
    for (const pool of this.pools.holding(session, birthDate)) {
      if (await this.takeInPool(pool.dayId!)) {
        taken.push(pool.dayId!);
        continue;
      }
      await this.giveBack(sessionId, taken);
      return fullPool(pool);
    }
    const { collectiviteId } = session;
    const takenPlaceId = await this.database.insert(TakenPlaceRow, { collectiviteId, sessionId, childId });
    for (const poolDayId of taken)
      await this.database.change(
        'INSERT INTO taken_pool_places (collectivite_id, pool_day_id, taken_place_id) VALUES (?, ?, ?)',
        [collectiviteId, poolDayId, takenPlaceId],
      );
    return null;
  }

  /** Gives a child's place back wherever it counts. Throws when there is none: the caller freed twice. */
  async free(sessionId: number, childId: number): Promise<void> {
    const { collectiviteId } = this.held(sessionId);
    const place = await this.database.repository(TakenPlaceRow).findOneBy({ collectiviteId, sessionId, childId });
    if (!place) throw new Error(`session ${sessionId} has no place of child ${childId} to give back`);
    const rows = await this.database.rows<{ pool_day_id: number }>(
      'SELECT pool_day_id FROM taken_pool_places WHERE collectivite_id = ? AND taken_place_id = ?',
      [collectiviteId, place.id],
    );
    await this.database.change('DELETE FROM taken_pool_places WHERE collectivite_id = ? AND taken_place_id = ?', [
      collectiviteId,
      place.id,
    ]);
    await this.database.change('DELETE FROM taken_places WHERE collectivite_id = ? AND id = ?', [
      collectiviteId,
      place.id,
    ]);
    await this.giveBack(
      sessionId,
      rows.map(({ pool_day_id }) => Number(pool_day_id)),
    );
  }

  private async giveBack(sessionId: number, poolDayIds: readonly number[]): Promise<void> {
    const moves = [
      await this.database.change(
        'UPDATE sessions SET taken = taken - 1, revision = revision + 1 WHERE id = ? AND taken > 0',
        [sessionId],
      ),
    ];
    for (const id of poolDayIds)
      moves.push(
        await this.database.change('UPDATE place_pool_days SET taken = taken - 1 WHERE id = ? AND taken > 0', [id]),
      );
    this.left.set(sessionId, this.left.get(sessionId)! + 1);
    if (moves.some((changed) => changed !== 1)) throw new Error(`session ${sessionId} has no place to give back`);
  }

  private async takeInSession(sessionId: number): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE sessions SET taken = taken + 1, revision = revision + 1 WHERE id = ? AND taken < places AND called_off_at IS NULL',
      [sessionId],
    );
    if (changed === 1) this.left.set(sessionId, this.left.get(sessionId)! - 1);
    return changed === 1;
  }

  private async takeInPool(poolDayId: number): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE place_pool_days SET taken = taken + 1 WHERE id = ? AND taken < places',
      [poolDayId],
    );
    return changed === 1;
  }

  private held(sessionId: number): SessionRow {
    const session = this.sessions.get(sessionId);
    if (!session) throw new Error(`session ${sessionId} is not held`);
    return session;
  }
}
