import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { type BasketOwner, BasketStore } from '../../data/basket-store.js';
import { GiveUpHolds } from '../payment/give-up-holds.js';

/** Takes lines out of a basket; a place that is held to be paid is given back with its line. */
@Injectable()
export class RemoveFromBasket {
  constructor(
    private readonly database: Database,
    private readonly baskets: BasketStore,
    private readonly giveUpHolds: GiveUpHolds,
  ) {}

  /** Throws NOT_FOUND for a line of another basket. */
  async one(owner: BasketOwner, lineId: number): Promise<void> {
    const removed = await this.database.unit(async () => {
      const line = (await this.baskets.lines(owner)).find(({ id }) => id === lineId);
      if (line) await this.giveUpHolds.ofPlaces(owner, [line]);
      return this.baskets.removeOne(owner, lineId);
    });
    if (!removed) throw httpProblems.NOT_FOUND('Cette ligne n’est pas, ou n’est plus, dans votre panier.');
  }

  /** Takes several out; those that are no longer there are left as they are. */
  async many(owner: BasketOwner, lineIds: readonly number[]): Promise<void> {
    await this.database.unit(async () => {
      const lines = (await this.baskets.lines(owner)).filter(({ id }) => lineIds.includes(id));
      await this.giveUpHolds.ofPlaces(owner, lines);
      for (const { id } of lines) await this.baskets.removeOne(owner, id);
    });
  }

  /** Empties the basket; of nothing, nothing. */
  async all(owner: BasketOwner): Promise<void> {
    await this.database.unit(async () => {
      await this.giveUpHolds.ofPlaces(owner, await this.baskets.lines(owner));
      await this.baskets.clear(owner);
    });
  }
}
