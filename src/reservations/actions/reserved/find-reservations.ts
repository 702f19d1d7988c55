import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';

@Injectable()
export class FindReservations {
  constructor(
    private readonly database: Database,
    private readonly reservations: ReservationsStore,
  ) {}

  async byIds(collectiviteId: number, ids: Iterable<number>): Promise<ReservationRow[]> {
    return this.database.read(async () => {
      const found: ReservationRow[] = [];
      for (const some of chunksOf(ids))
        found.push(...(await this.database.repository(ReservationRow).findBy({ collectiviteId, id: In(some) })));
      return found;
    });
  }

  /** Every reservation of these sessions, the cancelled ones too; oldest first. */
  bySessions(collectiviteId: number, sessionIds: readonly number[]): Promise<ReservationRow[]> {
    return this.database.read(async () => {
      const found: ReservationRow[] = [];
      for (const ids of chunksOf(sessionIds))
        found.push(
          ...(await this.database
            .repository(ReservationRow)
            .find({ where: { collectiviteId, sessionId: In(ids) }, order: { id: 'ASC' } })),
        );
      return found;
    });
  }

  /** The children who have a place, by session; a session without any is absent. */
  async childrenBySession(
    collectiviteId: number,
    sessionIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly number[]>> {
    const rows = await this.database.read(async () => {
      const found: { session_id: number; child_id: number }[] = [];
      for (const ids of chunksOf(sessionIds))
        found.push(
          ...(await this.database.rows<{ session_id: number; child_id: number }>(
            `SELECT session_id, child_id FROM reservations
             WHERE collectivite_id = ? AND session_id IN (${ids.map(() => '?').join(', ')}) AND active = 1`,
            [collectiviteId, ...ids],
          )),
        );
      return found.map((row) => ({ sessionId: Number(row.session_id), childId: Number(row.child_id) }));
    });
    const groups = groupedBy(rows, ({ sessionId }) => sessionId);
    return new Map([...groups].map(([sessionId, some]) => [sessionId, some.map(({ childId }) => childId)]));
  }

  /** What these children hold in these sessions, whoever booked it. */
  living(collectiviteId: number, childIds: Iterable<number>, sessionIds: readonly number[]): Promise<ReservationRow[]> {
    return this.database.read(async () => {
      const found: ReservationRow[] = [];
      for (const ids of chunksOf(new Set(childIds)))
        found.push(...(await this.reservations.living(collectiviteId, ids, sessionIds)).rows);
      return found;
    });
  }
}
