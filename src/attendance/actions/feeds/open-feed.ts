import { Injectable } from '@nestjs/common';
import { FindChildrenOfFamily } from '../../../families/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { reservationsProblems } from '../../../reservations/index.js';

interface FeedOwner {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

/**
 * Gives an adult the private address of a child's calendar. It is told this once, as only its digest is kept; an address
 * that the same adult had for that child stops working.
 */
@Injectable()
export class OpenFeed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly audit: Audit,
    private readonly configuration: Configuration,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
  ) {}

  /** Answers the address. Throws CHILD_UNKNOWN. */
  async run({ collectiviteId, familyId, accountId }: FeedOwner, childId: number): Promise<string> {
    const now = this.clock.now();
    const token = this.secrets.token();
    await this.database.unit(async () => {
      const children = await this.findChildrenOfFamily.fromToday(collectiviteId, familyId);
      if (!children.some((child) => child.childId === childId))
        throw reservationsProblems.CHILD_UNKNOWN('Cet enfant n’est pas de votre foyer.');
      const sql = this.database.dialect.upsert(
        'calendar_feeds',
        ['collectivite_id', 'family_id', 'child_id', 'account_id', 'digest', 'created_at'],
        ['family_id', 'child_id', 'account_id'],
        'digest = ?, created_at = ?',
      );
      const [digest, at] = [this.secrets.digest(token), now.epochMilliseconds];
      await this.database.change(sql, [collectiviteId, familyId, childId, accountId, digest, at, digest, at]);
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'calendar-feed.opened' },
        subject: `child:${childId}`,
        detail: { familyId },
      });
    });
    return `${this.configuration.publicUrl}/api/v1/calendar-feeds/${token}.ics`;
  }
}
