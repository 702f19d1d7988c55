import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';

/** Takes a waiver back: from now on the ordinary deadlines hold for the family; what it did meanwhile stays. */
@Injectable()
export class EndWaiver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Ending it twice is ending it once. Throws NOT_FOUND. */
  run(collectiviteId: number, familyId: number, waiverId: number, accountId: number): Promise<void> {
    return this.database.unit(async () => {
      const known = await this.database.rows(
        'SELECT id FROM family_waivers WHERE collectivite_id = ? AND family_id = ? AND id = ?',
        [collectiviteId, familyId, waiverId],
      );
      if (known.length === 0)
        throw httpProblems.NOT_FOUND('Cette dérogation n’existe pas, ou vous n’y avez pas accès.');
      const ended = await this.database.change(
        'UPDATE family_waivers SET ended_at = ?, ended_by = ? WHERE collectivite_id = ? AND id = ? AND ended_at IS NULL',
        [this.clock.now().epochMilliseconds, accountId, collectiviteId, waiverId],
      );
      if (ended === 1)
        await this.audit.record({
          collectiviteId,
          accountId,
          action: 'waiver.ended',
          subject: `family:${familyId}`,
          detail: { waiverId },
        });
    });
  }
}
