import { Injectable, type OnModuleInit } from '@nestjs/common';
import { onlinePaymentFailed, onlinePaymentSettled, type OnlineTarget } from '../../../payments/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { afterFailure, type PaymentFailure } from '../../rules/place-hold.js';
import { HoldPlaces } from '../places/hold-places.js';
import { ReleaseHolds } from './release-holds.js';
import { SettleBasket } from './settle-basket.js';

interface Paid {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly onlinePaymentId: number;
  readonly target: OnlineTarget;
}

/**
 * What becomes of the places of a basket when PayFiP has decided. Runs in the unit that marks the event delivered: killed
 * anywhere, it is done once.
 */
@Injectable()
export class FollowPayments implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly validations: ValidationsStore,
    private readonly holds: HoldsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly settleBasket: SettleBasket,
    private readonly releaseHolds: ReleaseHolds,
  ) {}

  onModuleInit(): void {
    this.outbox.on(onlinePaymentSettled, async (event) => {
      const validation = await this.validation(event);
      if (!validation) return;
      const now = this.clock.now();
      const places = await this.settleBasket.places(validation, now);
      const money = { paymentIds: [event.paymentId], cents: event.creditedCents };
      await this.settleBasket.run(validation, places, money, now);
    });
    this.outbox.on(onlinePaymentFailed, async (event) => {
      const validation = await this.validation(event);
      // Another attempt was begun since, and it decides.
      if (validation && validation.onlinePaymentId === event.onlinePaymentId) await this.fail(validation, event.reason);
    });
  }

  private async validation({ collectiviteId, familyId, target }: Paid): Promise<BasketValidationRow | null> {
    if (target.kind !== 'BASKET') return null;
    const found = await this.validations.one(collectiviteId, familyId, target.validationId);
    return found && this.validations.hold(found.id);
  }

  private async fail(validation: BasketValidationRow, reason: PaymentFailure): Promise<void> {
    const { id, collectiviteId } = validation;
    const then = afterFailure(reason);
    if (then === 'WAIT') return;
    const held = async () => (await this.holds.ofValidation(collectiviteId, id)).filter(({ living }) => living === 1);
    if (then === 'RETRY') {
      for (const hold of await held()) await this.holds.keepOwnDelay(hold.id);
      return;
    }
    const now = this.clock.now();
    const sessionIds = (await held()).map(({ sessionId }) => sessionId);
    const { places, passOn } = await this.holdPlaces.run(collectiviteId, sessionIds, now, { paying: id });
    for (const hold of await held())
      if (await this.holds.release(hold.id, 'NOT_PAID', now)) await places.free(hold.sessionId, hold.childId);
    await passOn();
    await this.releaseHolds.end(validation, now);
  }
}
