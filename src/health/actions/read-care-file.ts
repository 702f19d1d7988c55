import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { CareFiles } from './care-files.js';
import type { KnownCarePlan } from './find-care-plans.js';

export interface ReadPaper {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** A paper of a PAI, opened. Each look is traced, whoever takes it. */
@Injectable()
export class ReadCareFile {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly careFiles: CareFiles,
  ) {}

  /** `seen` are the PAI that the reader may see. Throws NOT_FOUND. */
  async run(
    seen: readonly KnownCarePlan[],
    { carePlanId, fileId, accountId }: { carePlanId: number; fileId: number; accountId: number },
  ): Promise<ReadPaper> {
    const plan = seen.find(({ id }) => id === carePlanId);
    const file = plan?.files.find(({ id }) => id === fileId);
    if (!plan || !file) throw httpProblems.NOT_FOUND('Ce document n’existe pas, ou vous n’y avez pas accès.');
    const { collectiviteId, childId } = plan;
    await this.database.unit(() =>
      this.audit.record({
        collectiviteId,
        accountId,
        action: 'child.care-plan-read',
        subject: `child:${childId}`,
        detail: { carePlanId, fileId },
      }),
    );
    const { name, mediaType } = file.stored;
    return { name, mediaType, content: await this.careFiles.open(collectiviteId, file) };
  }
}
