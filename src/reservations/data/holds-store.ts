import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { isHeld, type ReleaseReason } from '../rules/place-hold.js';
import { PlaceHoldRow } from './place-hold.entity.js';

/** The places that are held for some children as of an instant, found by session and child. */
export class LivingHolds {
  private readonly byPlace: ReadonlyMap<string, PlaceHoldRow>;

  constructor(rows: readonly PlaceHoldRow[], now: Temporal.Instant) {
    const held = rows.filter((row) => isHeld(row, now));
    this.byPlace = new Map(held.map((row) => [`${row.sessionId}:${row.childId}`, row]));
  }

  of(sessionId: number, childId: number): PlaceHoldRow | null {
    return this.byPlace.get(`${sessionId}:${childId}`) ?? null;
  }
}

export type NewHold = Omit<
  PlaceHoldRow,
  'id' | 'state' | 'living' | 'keptUntil' | 'endedAt' | 'releasedFor' | 'reservationId' | 'toldAt'
>;

/** Rows of places held. Whoever changes the state of one holds the places of its session. */
@Injectable()
export class HoldsStore {
  constructor(private readonly database: Database) {}

  async hold(holds: readonly NewHold[]): Promise<void> {
    if (holds.length === 0) return;
    await this.database.repository(PlaceHoldRow).insert(
      holds.map((hold) => ({
        ...hold,
        state: 'HELD' as const,
        living: 1 as const,
        keptUntil: hold.expiresAt,
        endedAt: null,
        releasedFor: null,
        reservationId: null,
        toldAt: null,
      })),
    );
  }

  /** What is held for these children in these sessions. */
  async living(
    collectiviteId: number,
    childIds: readonly number[],
    sessionIds: readonly number[],
    now: Temporal.Instant,
  ): Promise<LivingHolds> {
    if (childIds.length === 0 || sessionIds.length === 0) return new LivingHolds([], now);
    const wanted = new Set(sessionIds);
    const rows: PlaceHoldRow[] = [];
    for (const ids of chunksOf(childIds))
      rows.push(
        ...(await this.database.repository(PlaceHoldRow).findBy({ collectiviteId, living: 1, childId: In(ids) })),
      );
    return new LivingHolds(
      rows.filter(({ sessionId }) => wanted.has(sessionId)),
      now,
    );
  }

  /** All the places of sessions that are held, over by the clock or not. */
  async livingOfSessions(collectiviteId: number, sessionIds: readonly number[]): Promise<PlaceHoldRow[]> {
    const rows: PlaceHoldRow[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database.repository(PlaceHoldRow).find({
          where: { collectiviteId, living: 1, sessionId: In(ids) },
          order: { id: 'ASC' },
        })),
      );
    return rows;
  }

  /** Everything that a validation held, whatever became of it. */
  ofValidation(collectiviteId: number, validationId: number): Promise<PlaceHoldRow[]> {
    return this.database
      .repository(PlaceHoldRow)
      .find({ where: { collectiviteId, validationId }, order: { id: 'ASC' } });
  }

  /** Which of these sessions hold a place that the clock has ended. */
  async overIn(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<number[]> {
    const found: number[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ session_id: number }>(
        `SELECT DISTINCT session_id FROM place_holds
         WHERE collectivite_id = ? AND living = 1 AND kept_until <= ? AND session_id IN (${ids.map(() => '?').join(', ')})
         ORDER BY session_id`,
        [collectiviteId, now.epochMilliseconds, ...ids],
      );
      found.push(...rows.map(({ session_id }) => Number(session_id)));
    }
    return found;
  }

  /** Sessions of every collectivité, after a session, that hold a place that the clock has ended. */
  async overByClock(
    now: Temporal.Instant,
    after: number,
    limit: number,
  ): Promise<{ readonly collectiviteId: number; readonly sessionId: number }[]> {
    const rows = await this.database.rows<{ collectivite_id: number; session_id: number }>(
      `SELECT DISTINCT collectivite_id, session_id FROM place_holds
       WHERE living = 1 AND kept_until <= ? AND session_id > ? ORDER BY session_id LIMIT ${limit}`,
      [now.epochMilliseconds, after],
    );
    return rows.map((row) => ({ collectiviteId: Number(row.collectivite_id), sessionId: Number(row.session_id) }));
  }

  /** Gives a hold up; false when it is not held any more. The caller frees its place. */
  async release(id: number, reason: ReleaseReason, at: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      "UPDATE place_holds SET state = 'RELEASED', living = NULL, released_for = ?, ended_at = ? WHERE id = ? AND living = 1",
      [reason, at.epochMilliseconds, id],
    );
    return changed === 1;
  }

  /** Marks a hold reserved, also one that was given back and whose place was taken again; false when it is already. */
  async reserve(id: number, reservationId: number, at: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      "UPDATE place_holds SET state = 'RESERVED', living = NULL, released_for = NULL, reservation_id = ?, ended_at = ? WHERE id = ? AND state <> 'RESERVED'",
      [reservationId, at.epochMilliseconds, id],
    );
    return changed === 1;
  }

  /** Keeps what a validation holds until this instant at least. */
  async keepUntil(id: number, until: Temporal.Instant): Promise<void> {
    await this.database.change('UPDATE place_holds SET kept_until = ? WHERE id = ? AND living = 1 AND kept_until < ?', [
      until.epochMilliseconds,
      id,
      until.epochMilliseconds,
    ]);
  }

  /** Keeps what is held for its own delay only: no payment is under way any more. */
  async keepOwnDelay(id: number): Promise<void> {
    await this.database.change('UPDATE place_holds SET kept_until = expires_at WHERE id = ? AND living = 1', [id]);
  }

  /** Marks these told of; false when someone else just told the family of some. */
  async tell(ids: readonly number[], at: Temporal.Instant): Promise<boolean> {
    if (ids.length === 0) return true;
    const changed = await this.database.change(
      `UPDATE place_holds SET told_at = ? WHERE told_at IS NULL AND id IN (${ids.map(() => '?').join(', ')})`,
      [at.epochMilliseconds, ...ids],
    );
    return changed === ids.length;
  }

  /** Validations of every collectivité, after one, all of whose places were given back and whose family waits to be told. */
  async toTell(after: number, limit: number): Promise<number[]> {
    const rows = await this.database.rows<{ validation_id: number }>(
      `SELECT DISTINCT h.validation_id FROM place_holds h
       WHERE h.state = 'RELEASED' AND h.told_at IS NULL AND h.validation_id > ?
         AND NOT EXISTS (SELECT 1 FROM place_holds o WHERE o.validation_id = h.validation_id AND o.living = 1)
       ORDER BY h.validation_id LIMIT ${limit}`,
      [after],
    );
    return rows.map(({ validation_id }) => Number(validation_id));
  }
}
