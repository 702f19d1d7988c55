import { Injectable } from '@nestjs/common';
import { CheckFiles } from '../../demandes/index.js';
import { FindChildrenOfFamily } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { CarePlanRow } from '../data/care-plan.entity.js';
import { CareFiles } from './care-files.js';

/** Far above what a foyer sends. */
const PLANS_OF_A_PARENT: ThrottleRule = { name: 'health.care-plans', limit: 20, window: { hours: 1 } };

export interface SentCarePlan {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly accountId: number;
  readonly files: readonly UploadedFile[];
}

/** A foyer sends the papers of a PAI, for the mairie to read. */
@Injectable()
export class SendCarePlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly checkFiles: CheckFiles,
    private readonly careFiles: CareFiles,
  ) {}

  /** Throws NOT_FOUND for a child that the foyer has not, or no longer, ATTACHMENT_TYPE_REFUSED, TOO_MANY_REQUESTS, DATA_KEY_MISSING. */
  async run({ collectiviteId, familyId, childId, accountId, files }: SentCarePlan): Promise<void> {
    const has = await this.findChildren.fromToday(collectiviteId, familyId);
    if (!has.some((child) => child.childId === childId))
      throw httpProblems.NOT_FOUND('Cet enfant n’existe pas, ou n’est pas de votre foyer.');
    await this.throttle.count(PLANS_OF_A_PARENT, String(accountId));
    const checked = await this.checkFiles.run(files);
    const plan = {
      ...{ collectiviteId, familyId, childId, state: 'RECEIVED' as const, inForce: null, validUntil: null },
      ...{ sentBy: accountId, sentAt: this.clock.now(), decidedBy: null, decidedAt: null, remindedAt: null },
    };
    await this.database.unit(async () => {
      const id = await this.database.insert(CarePlanRow, plan);
      await this.careFiles.keep(collectiviteId, id, checked);
    });
  }
}
