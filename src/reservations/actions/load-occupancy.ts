import { Injectable } from '@nestjs/common';
import { LoadPools, type SessionRow } from '../../prestations/index.js';
import { ReservationsStore } from '../data/reservations-store.js';
import type { Occupancy } from './load-booking-facts.js';

@Injectable()
export class LoadOccupancy {
  constructor(
    private readonly reservations: ReservationsStore,
    private readonly loadPools: LoadPools,
  ) {}

  /** What these children hold in these sessions, and the places that their pools have left. */
  async run(collectiviteId: number, childIds: readonly number[], sessions: readonly SessionRow[]): Promise<Occupancy> {
    const sessionIds = sessions.map(({ id }) => id);
    return {
      living: await this.reservations.living(collectiviteId, childIds, sessionIds),
      pools: await this.loadPools.run(collectiviteId, sessions),
    };
  }
}
