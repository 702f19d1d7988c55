import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  BookingTally,
  type CancelledBooking,
  type TalliedBookings,
  type TalliedSession,
  type WholeBooking,
  type WholePart,
} from '../data/booking-tally.js';

export interface Tallied {
  readonly alike: readonly TalliedBookings[];
  readonly whole: readonly WholeBooking[];
  readonly cancelled: readonly CancelledBooking[];
}

/** All that was booked in some sessions, put together by child: three queries, whatever the number of reservations. */
@Injectable()
export class TallyBookings {
  constructor(
    private readonly database: Database,
    private readonly tally: BookingTally,
  ) {}

  /** At most 300 sessions. `byInstant` tells bookings of different instants apart. */
  run(
    collectiviteId: number,
    sessions: readonly TalliedSession[],
    wanted: { readonly whole: WholePart; readonly byInstant: boolean },
  ): Promise<Tallied> {
    return this.database.read(async () => ({
      alike: await this.tally.alike(collectiviteId, sessions, wanted),
      whole: await this.tally.whole(collectiviteId, sessions, wanted.whole),
      cancelled: await this.tally.cancelled(collectiviteId, sessions, wanted.whole),
    }));
  }
}
