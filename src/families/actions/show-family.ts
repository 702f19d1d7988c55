import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindMenuTypes, FindSites } from '../../collectivites/index.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ChildRow } from '../data/child.entity.js';
import { CustodyRow } from '../data/custody.entity.js';
import { FamilyRow } from '../data/family.entity.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { QuotientRow } from '../data/quotient.entity.js';

export interface ChildFile {
  readonly child: ChildRow;
  readonly siteName: string | null;
  readonly menuLabel: string;
  /** Of every household, by starting date. */
  readonly custodies: readonly CustodyRow[];
}

export interface FamilyFile {
  readonly family: FamilyRow;
  readonly guardians: readonly GuardianRow[];
  /** Eldest first; those whose custody has ended too. */
  readonly children: readonly ChildFile[];
  readonly quotients: readonly QuotientRow[];
}

/** All that a collectivité holds of a family. What of it may be shown to whom is for the caller to choose. */
@Injectable()
export class ShowFamily {
  constructor(
    private readonly database: Database,
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** Throws NOT_FOUND, for a family of another collectivité too. */
  run(collectiviteId: number, familyId: number): Promise<FamilyFile> {
    return this.database.read(async () => {
      const family = await this.database.repository(FamilyRow).findOneBy({ collectiviteId, id: familyId });
      if (!family) throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans votre collectivité.');
      const custodies = this.database.repository(CustodyRow);
      const own = await custodies.findBy({ collectiviteId, familyId });
      return {
        family,
        guardians: await this.database
          .repository(GuardianRow)
          .find({ where: { collectiviteId, familyId }, order: { position: 'ASC' } }),
        children: await this.children(collectiviteId, [...new Set(own.map(({ childId }) => childId))]),
        quotients: await this.database
          .repository(QuotientRow)
          .find({ where: { collectiviteId, familyId }, order: { fromDate: 'ASC' } }),
      };
    });
  }

  /** Throws NOT_FOUND, for a child of another collectivité too. */
  child(collectiviteId: number, childId: number): Promise<ChildFile> {
    return this.database.read(async () => {
      const [file] = await this.children(collectiviteId, [childId]);
      if (!file) throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
      return file;
    });
  }

  private async children(collectiviteId: number, childIds: readonly number[]): Promise<ChildFile[]> {
    const ids = In([...childIds]);
    const children = await this.database
      .repository(ChildRow)
      .find({ where: { collectiviteId, id: ids }, order: { birthDate: 'ASC', id: 'ASC' } });
    const custodies = await this.database
      .repository(CustodyRow)
      .find({ where: { collectiviteId, childId: ids }, order: { fromDate: 'ASC', id: 'ASC' } });
    const custodiesOf = groupedBy(custodies, ({ childId }) => childId);
    const sites = new Map((await this.findSites.run(collectiviteId)).map(({ id, name }) => [id, name]));
    const menus = new Map((await this.findMenuTypes.run(collectiviteId)).map(({ id, label }) => [id, label]));
    return children.map((child) => ({
      child,
      siteName: child.siteId === null ? null : (sites.get(child.siteId) ?? null),
      menuLabel: menus.get(child.menuTypeId) ?? '',
      custodies: custodiesOf.get(child.id) ?? [],
    }));
  }
}
