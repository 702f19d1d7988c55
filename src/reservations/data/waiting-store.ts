import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database, RunAgain } from '../../platform/database/database.js';
import type { WaitingState } from '../rules/waiting-list.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** The entries of some sessions that are in line or offered a place, in the order of the line. */
export class WaitingLines {
  private readonly byPlace: ReadonlyMap<string, WaitingEntryRow>;

  constructor(readonly entries: readonly WaitingEntryRow[]) {
    this.byPlace = new Map(entries.map((entry) => [`${entry.sessionId}:${entry.childId}`, entry]));
  }

  of(sessionId: number, childId: number): WaitingEntryRow | null {
    return this.byPlace.get(`${sessionId}:${childId}`) ?? null;
  }

  /** Rank among those still waiting, from 1. */
  rankOf(entry: WaitingEntryRow): number {
    return this.entries.filter(
      ({ sessionId, state, id }) => sessionId === entry.sessionId && state === 'WAITING' && id <= entry.id,
    ).length;
  }
}

/** Rows of the lines. Whoever changes one holds the places of its session. */
@Injectable()
export class WaitingStore {
  constructor(private readonly database: Database) {}

  /** Which of these sessions have someone in line or offered a place. */
  async queued(collectiviteId: number, sessionIds: readonly number[]): Promise<number[]> {
    const found: number[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ session_id: number }>(
        `SELECT DISTINCT session_id FROM waiting_entries
         WHERE collectivite_id = ? AND living = 1 AND session_id IN (${ids.map(() => '?').join(', ')})`,
        [collectiviteId, ...ids],
      );
      found.push(...rows.map(({ session_id }) => Number(session_id)));
    }
    return found;
  }

  async lines(collectiviteId: number, sessionIds: readonly number[]): Promise<WaitingLines> {
    const rows: WaitingEntryRow[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database.repository(WaitingEntryRow).findBy({ collectiviteId, living: 1, sessionId: In(ids) })),
      );
    return new WaitingLines(rows.sort((a, b) => a.id - b.id));
  }

  ofFamily(collectiviteId: number, familyId: number): Promise<WaitingEntryRow[]> {
    return this.database
      .repository(WaitingEntryRow)
      .find({ where: { collectiviteId, familyId, living: 1 }, order: { id: 'ASC' } });
  }

  one(collectiviteId: number, familyId: number, id: number): Promise<WaitingEntryRow | null> {
    return this.database.repository(WaitingEntryRow).findOneBy({ collectiviteId, familyId, id });
  }

  join(
    entry: Pick<WaitingEntryRow, 'collectiviteId' | 'sessionId' | 'childId' | 'familyId' | 'joinedBy' | 'joinedAt'>,
  ) {
    return this.database.insert(WaitingEntryRow, {
      ...entry,
      state: 'WAITING',
      living: 1,
      offeredAt: null,
      expiresAt: null,
      endedAt: null,
      toldAt: null,
    });
  }

  /** False when the entry is no longer in line. */
  async offer(id: number, at: Temporal.Instant, expiresAt: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      "UPDATE waiting_entries SET state = 'OFFERED', offered_at = ?, expires_at = ? WHERE id = ? AND state = 'WAITING'",
      [at.epochMilliseconds, expiresAt.epochMilliseconds, id],
    );
    return changed === 1;
  }

  /** Ends an entry that is in this state; false when it is not, or not any more. */
  async end(id: number, from: 'WAITING' | 'OFFERED', to: WaitingState, at: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE waiting_entries SET state = ?, living = NULL, ended_at = ? WHERE id = ? AND state = ? AND living = 1',
      [to, at.epochMilliseconds, id, from],
    );
    return changed === 1;
  }

  /** Accepts an offer while the clock allows it; false when it is over or was answered. */
  async accept(id: number, now: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      "UPDATE waiting_entries SET state = 'BOOKED', living = NULL, ended_at = ? WHERE id = ? AND state = 'OFFERED' AND living = 1 AND expires_at > ?",
      [now.epochMilliseconds, id, now.epochMilliseconds],
    );
    return changed === 1;
  }

  /** Which of these sessions have an offer that is over by the clock and still holds a place. */
  async offersOverIn(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<number[]> {
    const found: number[] = [];
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ session_id: number }>(
        `SELECT DISTINCT session_id FROM waiting_entries
         WHERE collectivite_id = ? AND living = 1 AND expires_at <= ? AND session_id IN (${ids.map(() => '?').join(', ')})
         ORDER BY session_id`,
        [collectiviteId, now.epochMilliseconds, ...ids],
      );
      found.push(...rows.map(({ session_id }) => Number(session_id)));
    }
    return found;
  }

  /**
   * Sessions where the clock ended something, of every collectivité, after a session: an offer that is over, or a line
   * whose session no longer takes bookings.
   */
  async overByClock(
    now: Temporal.Instant,
    after: number,
    limit: number,
  ): Promise<{ readonly collectiviteId: number; readonly sessionId: number }[]> {
    const rows = await this.database.rows<{ collectivite_id: number; session_id: number }>(
      `SELECT DISTINCT w.collectivite_id, w.session_id
       FROM waiting_entries w JOIN sessions s ON s.id = w.session_id
       WHERE w.living = 1 AND w.session_id > ?
         AND (w.expires_at <= ? OR (w.state = 'WAITING' AND s.add_closes_at <= ? AND s.called_off_at IS NULL))
       ORDER BY w.session_id LIMIT ${limit}`,
      [after, now.epochMilliseconds, now.epochMilliseconds],
    );
    return rows.map((row) => ({ collectiviteId: Number(row.collectivite_id), sessionId: Number(row.session_id) }));
  }

  /** Families that were not told yet that their line came to nothing, of every collectivité, after a family. */
  async familiesToTell(
    after: number,
    limit: number,
  ): Promise<{ readonly collectiviteId: number; readonly familyId: number }[]> {
    const rows = await this.database.rows<{ collectivite_id: number; family_id: number }>(
      `SELECT DISTINCT collectivite_id, family_id FROM waiting_entries
       WHERE state = 'CLOSED' AND told_at IS NULL AND family_id > ? ORDER BY family_id LIMIT ${limit}`,
      [after],
    );
    return rows.map((row) => ({ collectiviteId: Number(row.collectivite_id), familyId: Number(row.family_id) }));
  }

  /** The lines of a family that came to nothing and of which it was not told. */
  untold(collectiviteId: number, familyId: number): Promise<WaitingEntryRow[]> {
    return this.database.repository(WaitingEntryRow).find({
      where: { collectiviteId, familyId, state: 'CLOSED', toldAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** Whether a family was told of such a line since an instant. */
  async wasToldSince(collectiviteId: number, familyId: number, since: Temporal.Instant): Promise<boolean> {
    const rows = await this.database.rows(
      "SELECT id FROM waiting_entries WHERE collectivite_id = ? AND family_id = ? AND state = 'CLOSED' AND told_at >= ? LIMIT 1",
      [collectiviteId, familyId, since.epochMilliseconds],
    );
    return rows.length > 0;
  }

  /** Marks these told. Where someone else just told some of them, the unit runs again. */
  async tell(ids: readonly number[], at: Temporal.Instant): Promise<void> {
    const changed = await this.database.change(
      `UPDATE waiting_entries SET told_at = ? WHERE told_at IS NULL AND id IN (${ids.map(() => '?').join(', ')})`,
      [at.epochMilliseconds, ...ids],
    );
    if (changed !== ids.length) throw new RunAgain('someone else just told the family');
  }
}
