import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import type { BasketOwner, PlaceWanted } from '../../data/basket-store.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import type { PlaceHoldRow } from '../../data/place-hold.entity.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { HoldPlaces } from '../places/hold-places.js';
import { LetCreditGo } from './let-credit-go.js';

/** Gives places that are held for a family back at once: it does not want to pay for them. The lines of its basket stay. */
@Injectable()
export class GiveUpHolds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly validations: ValidationsStore,
    private readonly holds: HoldsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly letCreditGo: LetCreditGo,
  ) {}

  /** All that a validation still holds; of what is over or paid, nothing. Throws NOT_FOUND. */
  async ofValidation({ collectiviteId, familyId }: BasketOwner, validationId: number): Promise<void> {
    await this.database.unit(async () => {
      const validation = await this.validations.one(collectiviteId, familyId, validationId);
      if (!validation) throw httpProblems.NOT_FOUND('Cette validation n’existe pas, ou vous n’y avez pas accès.');
      await this.giveUp(collectiviteId, [validation], () => true);
    });
  }

  /** What this adult has held in these places; inside the caller's unit. */
  async ofPlaces({ collectiviteId, familyId, accountId }: BasketOwner, places: readonly PlaceWanted[]): Promise<void> {
    const wanted = (hold: PlaceHoldRow) =>
      hold.familyId === familyId &&
      places.some((one) => one.sessionId === hold.sessionId && one.childId === hold.childId);
    const sessionIds = [...new Set(places.map(({ sessionId }) => sessionId))];
    const held = (await this.holds.livingOfSessions(collectiviteId, sessionIds)).filter(wanted);
    const validations: BasketValidationRow[] = [];
    for (const id of new Set(held.map(({ validationId }) => validationId))) {
      const validation = await this.validations.one(collectiviteId, familyId, id);
      if (validation?.accountId === accountId) validations.push(validation);
    }
    await this.giveUp(collectiviteId, validations, wanted);
  }

  private async giveUp(
    collectiviteId: number,
    found: readonly BasketValidationRow[],
    wanted: (hold: PlaceHoldRow) => boolean,
  ): Promise<void> {
    if (found.length === 0) return;
    const now = this.clock.now();
    const validations: BasketValidationRow[] = [];
    for (const { id } of [...found].sort((a, b) => a.id - b.id)) validations.push(await this.validations.hold(id));
    const living = async () => {
      const holds: PlaceHoldRow[] = [];
      for (const { id } of validations) holds.push(...(await this.holds.ofValidation(collectiviteId, id)));
      return holds.filter((hold) => hold.living === 1 && wanted(hold));
    };
    const sessionIds = (await living()).map(({ sessionId }) => sessionId);
    const { places, passOn } = await this.holdPlaces.run(collectiviteId, sessionIds, now);
    const givenUp: number[] = [];
    for (const { id, sessionId, childId } of await living())
      if (await this.holds.release(id, 'GIVEN_UP', now)) {
        await places.free(sessionId, childId);
        givenUp.push(id);
      }
    await this.holds.tell(givenUp, now);
    await passOn();
    for (const validation of validations) await this.letCreditGo.run(validation);
  }
}
