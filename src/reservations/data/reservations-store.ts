import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import type { LateCancellation } from '../rules/cancel-window.js';
import type { LateEvent } from '../rules/late-booking.js';
import { ReservationRow } from './reservation.entity.js';

/** The places that some children hold, found by session and child. */
export class LivingReservations {
  private readonly byPlace: ReadonlyMap<string, ReservationRow>;

  constructor(readonly rows: readonly ReservationRow[]) {
    this.byPlace = new Map(rows.map((row) => [`${row.sessionId}:${row.childId}`, row]));
  }

  of(sessionId: number, childId: number): ReservationRow | null {
    return this.byPlace.get(`${sessionId}:${childId}`) ?? null;
  }
}

@Injectable()
export class ReservationsStore {
  constructor(private readonly database: Database) {}

  /** What these children hold in these sessions; one query, whatever their number. */
  async living(
    collectiviteId: number,
    childIds: readonly number[],
    sessionIds: readonly number[],
  ): Promise<LivingReservations> {
    if (childIds.length === 0 || sessionIds.length === 0) return new LivingReservations([]);
    const wanted = new Set(sessionIds);
    const rows = await this.database
      .repository(ReservationRow)
      .createQueryBuilder('r')
      .where('r.collectiviteId = :collectiviteId AND r.active = 1', { collectiviteId })
      .andWhere('r.childId IN (:...childIds)', { childIds })
      .andWhere('r.sessionId BETWEEN :first AND :last', { first: least(sessionIds), last: greatest(sessionIds) })
      .getMany();
    return new LivingReservations(rows.filter(({ sessionId }) => wanted.has(sessionId)));
  }

  /** The living reservations of sessions, by session. */
  async livingBySession(collectiviteId: number, sessionIds: readonly number[]): Promise<Map<number, ReservationRow[]>> {
    const rows: ReservationRow[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(
        ...(await this.database
          .repository(ReservationRow)
          .find({ where: { collectiviteId, sessionId: In(ids), active: 1 }, order: { sessionId: 'ASC', id: 'ASC' } })),
      );
    return groupedBy(rows, ({ sessionId }) => sessionId);
  }

  /**
   * Reservations of a family, locked until the end of the unit, in the order of their sessions: two cancellations of
   * the same one come one after the other.
   */
  async locked(collectiviteId: number, familyId: number, ids: readonly number[]): Promise<ReservationRow[]> {
    const marks = ids.map(() => '?').join(',');
    const held = await this.database.rows<{ id: number }>(
      `SELECT id FROM reservations WHERE collectivite_id = ? AND family_id = ? AND id IN (${marks}) ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId, familyId, ...ids],
    );
    return this.database.repository(ReservationRow).find({
      where: { collectiviteId, id: In(held.map(({ id }) => Number(id))) },
      order: { sessionId: 'ASC', id: 'ASC' },
    });
  }

  /** The living reservations of sessions, locked by id until the end of the unit; by session. */
  async lockedOfSessions(collectiviteId: number, sessionIds: readonly number[]): Promise<ReservationRow[]> {
    const rows = [...(await this.livingBySession(collectiviteId, sessionIds)).values()].flat();
    const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
    for (const chunk of chunksOf(ids))
      await this.database.rows(
        `SELECT id FROM reservations WHERE collectivite_id = ? AND id IN (${chunk.map(() => '?').join(',')}) ORDER BY id${this.database.dialect.forUpdate}`,
        [collectiviteId, ...chunk],
      );
    return [...(await this.livingBySession(collectiviteId, sessionIds)).values()].flat();
  }

  /** The days that a family holds in some prestations. */
  async reservedDays(
    collectiviteId: number,
    familyId: number,
    prestationIds: readonly number[],
  ): Promise<{ readonly childId: number; readonly prestationId: number; readonly date: Temporal.PlainDate }[]> {
    if (prestationIds.length === 0) return [];
    const rows = await this.database.rows<{ child_id: number; prestation_id: number; date: string }>(
      `SELECT r.child_id, s.prestation_id, s.date FROM reservations r JOIN sessions s ON s.id = r.session_id
       WHERE r.collectivite_id = ? AND r.family_id = ? AND r.active = 1
         AND s.prestation_id IN (${prestationIds.map(() => '?').join(',')})`,
      [collectiviteId, familyId, ...prestationIds],
    );
    return rows.map(({ child_id, prestation_id, date }) => ({
      childId: Number(child_id),
      prestationId: Number(prestation_id),
      date: Temporal.PlainDate.from(date),
    }));
  }

  /** The days that a family booked after a deadline and still holds, those that it has yet to pay included. */
  async lateEvents(collectiviteId: number, familyId: number): Promise<LateEvent[]> {
    const rows = await this.database.rows<{ child_id: number; date: string }>(
      `SELECT r.child_id, s.date FROM reservations r JOIN sessions s ON s.id = r.session_id
       WHERE r.collectivite_id = ? AND r.family_id = ? AND r.active = 1 AND r.late_booking IS NOT NULL
       UNION ALL
       SELECT h.child_id, s.date FROM place_holds h JOIN sessions s ON s.id = h.session_id
       WHERE h.collectivite_id = ? AND h.family_id = ? AND h.living = 1 AND h.late_booking IS NOT NULL`,
      [collectiviteId, familyId, collectiviteId, familyId],
    );
    return rows.map(eventOf);
  }

  /** The days that a family gave up after a deadline. */
  async lateCancellations(collectiviteId: number, familyId: number): Promise<LateEvent[]> {
    const rows = await this.database.rows<{ child_id: number; date: string }>(
      `SELECT r.child_id, s.date FROM reservations r JOIN sessions s ON s.id = r.session_id
       WHERE r.collectivite_id = ? AND r.family_id = ? AND r.late_cancellation IS NOT NULL`,
      [collectiviteId, familyId],
    );
    return rows.map(eventOf);
  }

  /**
   * Marks a reservation cancelled; false when it was already. What the family asked of the mairie about that day is
   * taken back with it: there is nothing left to change.
   */
  async cancel(
    { id, sessionId, childId }: Pick<ReservationRow, 'id' | 'sessionId' | 'childId'>,
    by: number | null,
    at: Temporal.Instant,
    late: LateCancellation | null = null,
  ): Promise<boolean> {
    const changed = await this.database.change(
      `UPDATE reservations SET state = 'CANCELLED', active = NULL, cancelled_by = ?, cancelled_at = ?, late_cancellation = ? WHERE id = ? AND active = 1`,
      [by, at.epochMilliseconds, late, id],
    );
    if (changed === 0) return false;
    await this.database.change(
      `UPDATE late_requests SET state = 'WITHDRAWN', pending = NULL, decided_by = ?, decided_at = ?
       WHERE session_id = ? AND child_id = ? AND operation IN ('CANCEL', 'MODIFY', 'DIET') AND pending = 1`,
      [by, at.epochMilliseconds, sessionId, childId],
    );
    return true;
  }
}

function eventOf({ child_id, date }: { readonly child_id: number; readonly date: string }): LateEvent {
  return { childId: Number(child_id), date: Temporal.PlainDate.from(date) };
}

function least(ids: readonly number[]): number {
  return ids.reduce((a, b) => Math.min(a, b));
}

function greatest(ids: readonly number[]): number {
  return ids.reduce((a, b) => Math.max(a, b));
}
