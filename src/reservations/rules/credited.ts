import { type Cents, sumCents } from '../../kernel/money.js';
import type { LateCancellation } from './cancel-window.js';

/** A day that is given up: what was paid for it when it was booked, and what being late made of it. */
export interface GivenUpDay {
  readonly paidCents: Cents | null;
  readonly lateCancellation: LateCancellation | null;
}

/** What is credited to the family for days that it gave up: what it paid for those that are not owed all the same. */
export function creditedFor(days: readonly GivenUpDay[]): Cents {
  return sumCents(
    days.filter(({ lateCancellation }) => lateCancellation !== 'BILL_FULL').map(({ paidCents }) => paidCents ?? 0),
  );
}
