import { Injectable } from '@nestjs/common';
import { ChartOfAccounts, CreditPromises } from '../../../ledger/index.js';
import { HoldsStore } from '../../data/holds-store.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';

/** Ends the promise of a family's credit for a basket of which nothing is held any more, and which was not paid. */
@Injectable()
export class LetCreditGo {
  constructor(
    private readonly holds: HoldsStore,
    private readonly accounts: ChartOfAccounts,
    private readonly promises: CreditPromises,
  ) {}

  /** Inside the caller's unit, after the places: the family's account is held last. */
  async run({ id, collectiviteId, familyId, paidAt }: BasketValidationRow): Promise<void> {
    if (paidAt !== null) return;
    const holds = await this.holds.ofValidation(collectiviteId, id);
    if (holds.some(({ living }) => living === 1)) return;
    await this.accounts.holdFamily(collectiviteId, familyId);
    await this.promises.end(collectiviteId, id);
  }
}
