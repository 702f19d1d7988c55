import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { CalendarFeedRow } from '../../data/calendar-feed.entity.js';

interface FeedOf {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

/** Ends an address: from now on it answers as one that never was. */
@Injectable()
export class CloseFeed {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Throws NOT_FOUND, for the address of another adult too. */
  run(owner: FeedOf, feedId: number): Promise<void> {
    return this.database.unit(async () => {
      const feeds = this.database.repository(CalendarFeedRow);
      const { collectiviteId, familyId, accountId } = owner;
      const criteria = { collectiviteId, familyId, accountId, id: feedId };
      const feed = await feeds.findOneBy(criteria);
      if (!feed) throw httpProblems.NOT_FOUND('Ce calendrier n’existe pas, ou n’est pas le vôtre.');
      await feeds.delete(criteria);
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'calendar-feed.closed' },
        subject: `child:${feed.childId}`,
        detail: { familyId },
      });
    });
  }
}
