import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { type BasketOwner, BasketStore } from '../data/basket-store.js';

@Injectable()
export class RemoveFromBasket {
  constructor(
    private readonly database: Database,
    private readonly baskets: BasketStore,
  ) {}

  /** Throws NOT_FOUND for a line of another basket. */
  async one(owner: BasketOwner, lineId: number): Promise<void> {
    const removed = await this.database.unit(() => this.baskets.removeOne(owner, lineId));
    if (!removed) throw httpProblems.NOT_FOUND('Cette ligne n’est pas, ou n’est plus, dans votre panier.');
  }

  /** Empties the basket; of nothing, nothing. */
  async all(owner: BasketOwner): Promise<void> {
    await this.database.unit(() => this.baskets.clear(owner));
  }
}
