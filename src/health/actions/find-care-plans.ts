import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { type ChildCard, FindChildren, FindChildrenOfFamily } from '../../families/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { CarePlanRow } from '../data/care-plan.entity.js';
import { type CareFile, CareFiles } from './care-files.js';

export interface KnownCarePlan extends CarePlanRow {
  readonly child: ChildCard;
  readonly files: readonly CareFile[];
}

interface Looking {
  readonly collectiviteId: number;
  readonly accountId: number;
}

/** PAI that the mairie holds or received. Each look of the mairie is traced. */
@Injectable()
export class FindCarePlans {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findChildren: FindChildren,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
    private readonly careFiles: CareFiles,
  ) {}

  /**
   * Of the children of a foyer, the last sent first: what this foyer sent, and what is in force, whichever foyer sent
   * it: the health of a child is known to both, as long as they have the child.
   */
  ofFamily(collectiviteId: number, familyId: number): Promise<KnownCarePlan[]> {
    return this.database.read(async () => {
      const had = await this.findChildrenOfFamily.ever(collectiviteId, familyId);
      const has = await this.findChildrenOfFamily.fromToday(collectiviteId, familyId);
      const rows = await this.database.repository(CarePlanRow).find({
        where: [
          { collectiviteId, childId: In(had.map(({ childId }) => childId)), familyId },
          { collectiviteId, childId: In(has.map(({ childId }) => childId)), state: 'IN_FORCE' },
        ],
        order: { id: 'DESC' },
      });
      return this.withFiles(collectiviteId, rows);
    });
  }

  /** Those that the mairie has to read, the oldest first. */
  received({ collectiviteId, accountId }: Looking, after: number, limit: number): Promise<KnownCarePlan[]> {
    return this.database.unit(async () => {
      const rows = await this.database.repository(CarePlanRow).find({
        where: { collectiviteId, state: 'RECEIVED', id: MoreThan(after) },
        order: { id: 'ASC' },
        take: limit,
      });
      const children = [...new Set(rows.map(({ childId }) => childId))];
      if (children.length > 0) await this.trace({ collectiviteId, accountId }, 'care-plans', { children });
      return this.withFiles(collectiviteId, rows);
    });
  }

  /** What is in force for a child, or waits to be read. */
  ofChild({ collectiviteId, accountId }: Looking, childId: number): Promise<KnownCarePlan[]> {
    return this.database.unit(async () => {
      await this.trace({ collectiviteId, accountId }, `child:${childId}`, null);
      const rows = await this.database
        .repository(CarePlanRow)
        .find({ where: { collectiviteId, childId, state: In(['IN_FORCE', 'RECEIVED']) }, order: { id: 'DESC' } });
      return this.withFiles(collectiviteId, rows);
    });
  }

  private trace({ collectiviteId, accountId }: Looking, subject: string, detail: object | null): Promise<void> {
    return this.audit.record({ collectiviteId, accountId, action: 'child.health-seen', subject, detail });
  }

  private async withFiles(collectiviteId: number, rows: readonly CarePlanRow[]): Promise<KnownCarePlan[]> {
    const files = await this.careFiles.of(
      collectiviteId,
      rows.map(({ id }) => id),
    );
    const children = await this.findChildren.run(
      collectiviteId,
      rows.map(({ childId }) => childId),
    );
    return rows.map((row) => ({ ...row, child: children.get(row.childId)!, files: files.get(row.id) ?? [] }));
  }
}
