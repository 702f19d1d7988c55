import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindMenuTypes, FindSites } from '../../collectivites/index.js';
import { foldedText } from '../../kernel/folded-text.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { ChildRow } from '../data/child.entity.js';
import { CustodyRow } from '../data/custody.entity.js';
import { FamilyRow } from '../data/family.entity.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { QuotientRow } from '../data/quotient.entity.js';
import type { ImportPlan } from '../rules/import-shape.js';
import type { KnownChild, KnownFamily, KnownLabel, KnownRegister } from '../rules/known-register.js';

/** What the collectivité holds of the families and children of a file. */
@Injectable()
export class LoadRegister {
  constructor(
    private readonly database: Database,
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  run(collectiviteId: number, plan: Pick<ImportPlan, 'families' | 'children'>): Promise<KnownRegister> {
    return this.database.read(async () => {
      const sites = await this.findSites.run(collectiviteId);
      const menuTypes = await this.findMenuTypes.run(collectiviteId);
      return {
        families: await this.families(collectiviteId, plan),
        children: await this.children(collectiviteId, plan),
        sites: byLabel(sites.map(({ id, name }) => ({ id, label: name }))),
        menuTypes: byLabel(menuTypes),
        usualMenuTypeId: menuTypes[0]?.id ?? 0,
      };
    });
  }

  private async families(
    collectiviteId: number,
    plan: Pick<ImportPlan, 'families'>,
  ): Promise<Map<string, KnownFamily>> {
    const known = new Map<string, KnownFamily>();
    for (const refs of chunksOf(plan.families.map(({ externalRef }) => externalRef))) {
      const families = await this.database.repository(FamilyRow).findBy({ collectiviteId, externalRef: In([...refs]) });
      const familyId = In(families.map(({ id }) => id));
      const guardians = await this.database
        .repository(GuardianRow)
        .find({ where: { collectiviteId, familyId }, order: { position: 'ASC' } });
      const quotients = await this.database.repository(QuotientRow).findBy({ collectiviteId, familyId });
      const guardiansOf = groupedBy(guardians, (guardian) => guardian.familyId);
      const quotientsOf = groupedBy(quotients, (quotient) => quotient.familyId);
      for (const family of families) {
        known.set(family.externalRef!, {
          ...family,
          guardians: guardiansOf.get(family.id) ?? [],
          quotients: (quotientsOf.get(family.id) ?? []).map(({ id, valueHundredths, fromDate, toDate }) => ({
            id,
            hundredths: valueHundredths,
            from: fromDate,
            to: toDate,
          })),
        });
      }
    }
    return known;
  }

  private async children(collectiviteId: number, plan: Pick<ImportPlan, 'children'>): Promise<Map<string, KnownChild>> {
    const known = new Map<string, KnownChild>();
    for (const keys of chunksOf(plan.children.map(({ key }) => key))) {
      const children = await this.database.repository(ChildRow).findBy({ collectiviteId, identityKey: In([...keys]) });
      const custodies = await this.database
        .repository(CustodyRow)
        .findBy({ collectiviteId, childId: In(children.map(({ id }) => id)) });
      const custodiesOf = groupedBy(custodies, ({ childId }) => childId);
      for (const child of children) {
        known.set(child.identityKey, {
          ...child,
          custodies: (custodiesOf.get(child.id) ?? []).map(({ id, familyId, weeks, fromDate, toDate }) => ({
            id,
            familyId,
            weeks,
            from: fromDate,
            to: toDate,
          })),
        });
      }
    }
    return known;
  }
}

function byLabel(labels: readonly KnownLabel[]): Map<string, KnownLabel> {
  return new Map(labels.map(({ id, label }) => [foldedText(label), { id, label }]));
}
