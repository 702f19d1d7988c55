import { Injectable } from '@nestjs/common';
import { FindChildren } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { CalendarFeedRow } from '../../data/calendar-feed.entity.js';

export interface ShownFeed {
  readonly id: number;
  readonly childId: number;
  readonly firstName: string;
  readonly createdAt: Temporal.Instant;
}

/** The calendars that an adult opened for the children of a foyer. */
@Injectable()
export class ListFeeds {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
  ) {}

  run(owner: {
    readonly collectiviteId: number;
    readonly familyId: number;
    readonly accountId: number;
  }): Promise<ShownFeed[]> {
    const { collectiviteId, familyId, accountId } = owner;
    return this.database.read(async () => {
      const rows = await this.database
        .repository(CalendarFeedRow)
        .find({ where: { collectiviteId, familyId, accountId }, order: { id: 'ASC' } });
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      return rows.map(({ id, childId, createdAt }) => ({
        id,
        childId,
        firstName: children.get(childId)!.firstName,
        createdAt,
      }));
    });
  }
}
