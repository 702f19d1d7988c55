import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ChildRow } from '../data/child.entity.js';

/** Whether a child has a PAI, for those of the mairie who need it. Each look is audited. */
@Injectable()
export class LookAtHealth {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Throws NOT_FOUND, for a child of another collectivité too. */
  run(collectiviteId: number, childId: number, accountId: number): Promise<{ childId: number; hasPai: boolean }> {
    return this.database.unit(async () => {
      const child = await this.database.repository(ChildRow).findOneBy({ collectiviteId, id: childId });
      if (!child) throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
      await this.audit.record({ collectiviteId, accountId, action: 'child.health-seen', subject: `child:${childId}` });
      return { childId, hasPai: child.hasPai };
    });
  }
}
