import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { LoadPools, type SessionRow } from '../../../prestations/index.js';
import { HoldsStore } from '../../data/holds-store.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { WaitingStore } from '../../data/waiting-store.js';
import type { Occupancy } from '../load-booking-facts.js';

@Injectable()
export class LoadOccupancy {
  constructor(
    private readonly reservations: ReservationsStore,
    private readonly loadPools: LoadPools,
    private readonly waiting: WaitingStore,
    private readonly holds: HoldsStore,
  ) {}

  /** What these children hold in these sessions, reserved or to be paid, who waits for them, and what their pools have left, as of `now`. */
  async run(
    collectiviteId: number,
    childIds: readonly number[],
    sessions: readonly SessionRow[],
    now: Temporal.Instant,
  ): Promise<Occupancy> {
    const sessionIds = sessions.map(({ id }) => id);
    return {
      living: await this.reservations.living(collectiviteId, childIds, sessionIds),
      pools: await this.loadPools.run(collectiviteId, sessions),
      waiting: await this.waiting.lines(collectiviteId, sessionIds),
      holds: await this.holds.living(collectiviteId, childIds, sessionIds, now),
      now,
    };
  }
}
