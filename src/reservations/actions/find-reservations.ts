import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { ReservationRow } from '../data/reservation.entity.js';

@Injectable()
export class FindReservations {
  constructor(private readonly database: Database) {}

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
}
