import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { ShownSwap } from '../../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type LeftReserved, leftReserved, type ReservedDay } from '../../rules/exchanged-days.js';
import { FindReservedDays } from './find-reserved-days.js';

/** An exchange of days as one of its foyers sees it: nothing here names the other one. */
export interface OwnSwap extends Pick<
  ShownSwap,
  'id' | 'state' | 'childId' | 'childName' | 'askedAt' | 'answeredAt' | 'firstDate'
> {
  readonly days: readonly { readonly date: Temporal.PlainDate; readonly withYou: boolean }[];
  readonly askedByYou: boolean;
  readonly left: LeftReserved;
}

/** Tells of exchanges of days what stays reserved from today on, by whoever no longer has the child. */
@Injectable()
export class ShowSwaps {
  constructor(
    private readonly findCollectivite: FindCollectivite,
    private readonly clock: Clock,
    private readonly findReservedDays: FindReservedDays,
  ) {}

  async run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    swaps: readonly ShownSwap[],
  ): Promise<OwnSwap[]> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const matter = swaps.filter(({ days }) => days.some(({ date }) => !isBefore(date, today)));
    const childIds = new Set(matter.map(({ childId }) => childId));
    const reserved = await this.findReservedDays.run(collectiviteId, childIds, today);
    return swaps.map((swap) => ownSwap(swap, familyId, reserved, today));
  }
}

function ownSwap(
  swap: ShownSwap,
  familyId: number,
  reserved: readonly ReservedDay[],
  today: Temporal.PlainDate,
): OwnSwap {
  const { id, state, childId, childName, askedAt, answeredAt, firstDate, askingFamilyId, otherFamilyId } = swap;
  const days = swap.days.map(({ date, toFamilyId }) => ({ date, withYou: toFamilyId === familyId }));
  const other = askingFamilyId === familyId ? otherFamilyId : askingFamilyId;
  const seen = { confirmed: state === 'CONFIRMED', childId, familyId, otherFamilyId: other, days };
  return {
    ...{ id, state, childId, childName, days, askedAt, answeredAt, firstDate },
    askedByYou: askingFamilyId === familyId,
    left: leftReserved(seen, reserved, today),
  };
}
