import { Injectable } from '@nestjs/common';
import { FindFamilies } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FamilyWaiverRow } from '../../data/family-waiver.entity.js';
import { checkedSpan } from '../checked-span.js';

export interface NewWaiver {
  readonly kind: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** What was shown, in the mairie's words. */
  readonly proof: string;
}

/** Lets a family have the deadlines that the policies keep for its case, for some time and on proof. */
@Injectable()
export class GrantWaiver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findFamilies: FindFamilies,
  ) {}

  /** Throws NOT_FOUND, DATES_REVERSED. */
  run(
    collectiviteId: number,
    familyId: number,
    { kind, proof, ...dates }: NewWaiver,
    accountId: number,
  ): Promise<FamilyWaiverRow> {
    checkedSpan(dates);
    return this.database.unit(async () => {
      if (!(await this.findFamilies.run(collectiviteId, [familyId])).has(familyId))
        throw httpProblems.NOT_FOUND('Cette famille n’existe pas, ou vous n’y avez pas accès.');
      const id = await this.database.insert(FamilyWaiverRow, {
        collectiviteId,
        familyId,
        kind,
        fromDate: dates.from,
        toDate: dates.to,
        proof,
        grantedBy: accountId,
        grantedAt: this.clock.now(),
        endedBy: null,
        endedAt: null,
      });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'waiver.granted',
        subject: `family:${familyId}`,
        detail: { waiverId: id, kind },
      });
      return this.database.repository(FamilyWaiverRow).findOneByOrFail({ collectiviteId, id });
    });
  }
}
