import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { FamilyRow } from '../data/family.entity.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { type Address, addressLinesOf, type FamilyCard, type GuardianCard } from '../rules/family-card.js';

/** The families of a collectivité with these ids; an id of another collectivité is absent from the answer. */
@Injectable()
export class FindFamilies {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, familyIds: Iterable<number>): Promise<Map<number, FamilyCard>> {
    return this.database.read(async () => {
      const cards = new Map<number, FamilyCard>();
      for (const ids of chunksOf([...new Set(familyIds)])) {
        const families = await this.database.repository(FamilyRow).findBy({ collectiviteId, id: In([...ids]) });
        const guardians = await this.database
          .repository(GuardianRow)
          .find({ where: { collectiviteId, familyId: In([...ids]) }, order: { familyId: 'ASC', position: 'ASC' } });
        const adultsOf = groupedBy(guardians, ({ familyId }) => familyId);
        for (const family of families) cards.set(family.id, cardOf(family, adultsOf.get(family.id) ?? []));
      }
      return cards;
    });
  }
}

export function cardOf(family: FamilyRow, guardians: readonly GuardianRow[]): FamilyCard {
  return {
    familyId: family.id,
    externalRef: family.externalRef,
    name: family.name,
    addressLines: addressLinesOf(family),
    address: addressOf(family),
    guardians: guardians.map(guardianCardOf),
  };
}

function addressOf({ addressLine1, addressLine2, postalCode, city }: FamilyRow): Address {
  return { addressLine1, addressLine2, postalCode, city };
}

export function guardianCardOf({ id, position, civility, firstName, lastName, email, phone, accountId }: GuardianRow) {
  return { guardianId: id, position, civility, firstName, lastName, email, phone, accountId } satisfies GuardianCard;
}
