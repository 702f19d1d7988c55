import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import {
  BookingTally,
  type CancelledBooking,
  type TalliedBookings,
  type TalliedSession,
  type WantedInstants,
  type WholeBooking,
  type WholePart,
} from '../../data/booking-tally.js';

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

  /** At most 300 sessions. */
  run(
    collectiviteId: number,
    sessions: readonly TalliedSession[],
    wanted: { readonly whole: WholePart; readonly instants: WantedInstants },
  ): Promise<Tallied> {
    return this.database.read(async () => {
      const whole = await this.tally.whole(collectiviteId, sessions, wanted.whole);
      return {
        alike: without(whole, await this.tally.alike(collectiviteId, sessions, wanted)),
        whole,
        cancelled: await this.tally.cancelled(collectiviteId, sessions, wanted.whole),
      };
    });
  }
}

/** But for the sessions of those that are read one by one. */
function without(whole: readonly WholeBooking[], alike: readonly TalliedBookings[]): readonly TalliedBookings[] {
  if (whole.length === 0) return alike;
  const apart = new Map<string, number>();
  for (const row of whole) apart.set(keyOf(row), (apart.get(keyOf(row)) ?? 0) | row.sessions);
  return alike.flatMap((row) => {
    const sessions = row.sessions & ~(apart.get(keyOf(row)) ?? 0);
    return sessions === 0 ? [] : [{ ...row, sessions }];
  });
}

function keyOf({ group, childId }: TalliedBookings): string {
  return `${group}/${childId}`;
}
