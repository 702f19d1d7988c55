import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { lastAlike, spanHolds, type Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { ChildRow } from '../data/child.entity.js';
import { CustodyRow } from '../data/custody.entity.js';
import { FamilyRow } from '../data/family.entity.js';
import type { ChildCard } from '../rules/family-card.js';
import { isResident } from '../rules/residency.js';
import { childCardOf } from './find-children.js';
import { spanOf } from './custody/load-custody.js';

/** What prices ask of households: where they live, and their children on any date. */
export interface HouseholdBook {
  /** Of all these households, on whatever date. */
  readonly childIds: readonly number[];
  isResident(familyId: number): boolean;
  /**
   * The children whom a household has in its care on a date, eldest first. A child of two households is one of each,
   * every week: the rank of its brothers and sisters does not change with the week.
   */
  childrenOn(familyId: number, date: Temporal.PlainDate): readonly ChildCard[];
  /** The last date, from that one on, on which the household has the same children; null when they stay. */
  sameUntil(familyId: number, date: Temporal.PlainDate): Temporal.PlainDate | null;
}

@Injectable()
export class LoadHouseholds {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Three queries for each five hundred families. */
  run(collectiviteId: number, familyIds: Iterable<number>): Promise<HouseholdBook> {
    return this.database.read(async () => {
      const commune = await this.findCollectivite.run(collectiviteId);
      const residents = new Set<number>();
      const custodies: CustodyRow[] = [];
      for (const ids of chunksOf(new Set(familyIds))) {
        const families = await this.database.repository(FamilyRow).findBy({ collectiviteId, id: In(ids) });
        for (const family of families) if (isResident(family, commune)) residents.add(family.id);
        custodies.push(...(await this.database.repository(CustodyRow).findBy({ collectiviteId, familyId: In(ids) })));
      }
      const children = await this.children(collectiviteId, new Set(custodies.map(({ childId }) => childId)));
      const order = new Map(children.map((child, index) => [child.childId, index]));
      custodies.sort((a, b) => order.get(a.childId)! - order.get(b.childId)!);
      const held = groupedBy(custodies, ({ familyId }) => familyId);
      return {
        childIds: [...order.keys()],
        isResident: (familyId) => residents.has(familyId),
        childrenOn: (familyId, date) => {
          const present = (held.get(familyId) ?? []).filter((row) => spanHolds(spanOf(row), date));
          return [...new Set(present.map(({ childId }) => childId))].map((childId) => children[order.get(childId)!]!);
        },
        sameUntil: (familyId, date) => lastAlike((held.get(familyId) ?? []).map(spanOf), date),
      };
    });
  }

  /** Eldest first; twins by their ids, so that their ranks stay. */
  private async children(collectiviteId: number, childIds: Iterable<number>): Promise<ChildCard[]> {
    const rows: ChildRow[] = [];
    for (const ids of chunksOf(childIds))
      rows.push(...(await this.database.repository(ChildRow).findBy({ collectiviteId, id: In(ids) })));
    return rows
      .sort((a, b) => a.birthDate.toString().localeCompare(b.birthDate.toString()) || a.id - b.id)
      .map(childCardOf);
  }
}
