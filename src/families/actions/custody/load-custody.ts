import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { CustodyRow } from '../../data/custody.entity.js';
import { CustodySwapDayRow } from '../../data/custody-swap-day.entity.js';
import { CustodySwapRow } from '../../data/custody-swap.entity.js';
import { type Away, awayFrom } from '../../rules/away.js';
import { type CustodySpan, familyInCharge } from '../../rules/custody.js';
import { swapped } from '../../rules/custody-swap.js';

/** Who has each child, and pays, on any date. */
export interface CustodyBook {
  /** The family in charge, confirmed swaps included; null when none is, or when it cannot be told which. */
  familyOn(childId: number, date: Temporal.PlainDate): number | null;
  /** Why a family does not have the child, confirmed swaps included; null when it has. */
  awayFrom(familyId: number, childId: number, date: Temporal.PlainDate): Away | null;
  /** All the custodies of a child, past and to come, by starting date. */
  custodiesOf(childId: number): readonly CustodySpan[];
}

@Injectable()
export class LoadCustody {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, childIds: Iterable<number>): Promise<CustodyBook> {
    return this.database.read(async () => {
      const spans = new Map<number, CustodySpan[]>();
      const swaps = new Map<string, CustodySwapDayRow>();
      for (const ids of chunksOf([...new Set(childIds)])) {
        const rows = await this.database
          .repository(CustodyRow)
          .find({ where: { collectiviteId, childId: In([...ids]) }, order: { fromDate: 'ASC', id: 'ASC' } });
        for (const [childId, group] of groupedBy(rows, (row) => row.childId)) spans.set(childId, group.map(spanOf));
        for (const day of await this.confirmedDays(collectiviteId, ids)) swaps.set(keyOf(day.childId, day.date), day);
      }
      const custodiesOf = (childId: number) => spans.get(childId) ?? [];
      const familyOn = (childId: number, date: Temporal.PlainDate) =>
        swapped(familyInCharge(custodiesOf(childId), date), swaps.get(keyOf(childId, date)));
      return {
        familyOn,
        awayFrom: (familyId, childId, date) =>
          awayFrom(custodiesOf(childId), { familyId, inCharge: familyOn(childId, date), date }),
        custodiesOf,
      };
    });
  }

  private async confirmedDays(collectiviteId: number, childIds: readonly number[]): Promise<CustodySwapDayRow[]> {
    const confirmed = await this.database
      .repository(CustodySwapRow)
      .find({ select: { id: true }, where: { collectiviteId, childId: In([...childIds]), state: 'CONFIRMED' } });
    if (confirmed.length === 0) return [];
    return this.database
      .repository(CustodySwapDayRow)
      .findBy({ collectiviteId, swapId: In(confirmed.map(({ id }) => id)) });
  }
}

function keyOf(childId: number, date: Temporal.PlainDate): string {
  return `${childId}:${date.toString()}`;
}

export function spanOf({ familyId, weeks, fromDate, toDate }: CustodyRow): CustodySpan {
  return { familyId, weeks, from: fromDate, to: toDate };
}
