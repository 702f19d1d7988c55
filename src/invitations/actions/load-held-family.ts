import { Injectable } from '@nestjs/common';
import type { CollectiviteRow } from '../../collectivites/index.js';
import { FindChildrenOfFamily, FindFamilies, type GuardianRow } from '../../families/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import type { HeldFamily } from '../rules/corrections.js';

/** A child who joins the foyer for the next school year is to be checked now. */
const AHEAD = { days: 365 };

/** What the mairie holds of a guardian's family and the guardian may check: never an address, a phone or an e-mail. */
@Injectable()
export class LoadHeldFamily {
  constructor(
    private readonly findFamilies: FindFamilies,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly clock: Clock,
  ) {}

  async run(collectivite: CollectiviteRow, { familyId }: GuardianRow): Promise<HeldFamily> {
    const today = dateIn(collectivite.timeZone, this.clock.now());
    const card = (await this.findFamilies.run(collectivite.id, [familyId])).get(familyId)!;
    const children = await this.findChildren.run(collectivite.id, familyId, today, today.add(AHEAD));
    return {
      familyId,
      name: card.name,
      guardians: card.guardians.map(({ guardianId, civility, firstName, lastName }) => ({
        guardianId,
        civility,
        firstName,
        lastName,
      })),
      children: children.map(({ childId, firstName, lastName }) => ({ childId, firstName, lastName })),
    };
  }
}
