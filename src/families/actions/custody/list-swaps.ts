import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { ChildRow } from '../../data/child.entity.js';
import { CustodySwapDayRow } from '../../data/custody-swap-day.entity.js';
import { CustodySwapRow } from '../../data/custody-swap.entity.js';
import { swapStateOn, type SwapState } from '../../rules/custody-swap.js';
import { FindChildren } from '../find-children.js';
import { swapUnknown } from './swap-custody.js';

export interface ShownSwap {
  readonly id: number;
  /** As of today. */
  readonly state: SwapState;
  readonly childId: number;
  readonly childName: string;
  readonly askingFamilyId: number;
  readonly otherFamilyId: number;
  readonly days: readonly { readonly date: Temporal.PlainDate; readonly toFamilyId: number }[];
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  /** Day on which an unanswered request is over. */
  readonly firstDate: Temporal.PlainDate;
  /** Why the mairie recorded it, or null. */
  readonly recordedReason: string | null;
}

@Injectable()
export class ListSwaps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildren,
  ) {}

  /** The exchanges that a foyer asked or is asked, the latest first. */
  ofFamily(collectiviteId: number, familyId: number): Promise<ShownSwap[]> {
    return this.shown(collectiviteId, [
      { collectiviteId, askingFamilyId: familyId },
      { collectiviteId, otherFamilyId: familyId },
    ]);
  }

  /** One of them. Throws NOT_FOUND. */
  async oneOf(collectiviteId: number, familyId: number, swapId: number): Promise<ShownSwap> {
    const swap = (await this.ofFamily(collectiviteId, familyId)).find(({ id }) => id === swapId);
    if (!swap) throw swapUnknown();
    return swap;
  }

  /** The exchanges of a child, for the mairie. Throws NOT_FOUND. */
  ofChild(collectiviteId: number, childId: number): Promise<ShownSwap[]> {
    return this.database.read(async () => {
      if (!(await this.database.repository(ChildRow).existsBy({ collectiviteId, id: childId })))
        throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
      return this.shown(collectiviteId, [{ collectiviteId, childId }]);
    });
  }

  private shown(collectiviteId: number, where: Partial<CustodySwapRow>[]): Promise<ShownSwap[]> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const rows = await this.database
        .repository(CustodySwapRow)
        .find({ where: where as never, order: { id: 'DESC' } });
      const days = groupedBy(
        await this.database
          .repository(CustodySwapDayRow)
          .find({ where: { collectiviteId, swapId: In(rows.map(({ id }) => id)) }, order: { date: 'ASC' } }),
        ({ swapId }) => swapId,
      );
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      return rows.map(({ collectiviteId: _collectivite, askedBy: _asked, answeredBy: _answered, ...row }) => ({
        ...row,
        state: swapStateOn(row, dateIn(timeZone, now)),
        childName: `${children.get(row.childId)!.firstName} ${children.get(row.childId)!.lastName}`,
        days: (days.get(row.id) ?? []).map(({ date, toFamilyId }) => ({ date, toFamilyId })),
      }));
    });
  }
}
