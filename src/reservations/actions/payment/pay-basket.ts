import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { ChartOfAccounts, CreditBalances, CreditPromises } from '../../../ledger/index.js';
import { StartOnlinePayment } from '../../../payments/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import type { BasketOwner } from '../../data/basket-store.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { reservationsProblems } from '../../problems.js';
import { creditFirst } from '../../rules/basket-payment.js';
import { isPayable, keptWhilePaying } from '../../rules/place-hold.js';
import { SettleBasket } from './settle-basket.js';

/** What paying a basket comes to: nothing more to pay, or a page of PayFiP where the rest is paid. */
export interface StartedBasketPayment {
  /** Null when the family's credit pays all, or nothing is asked: the places are reserved already. */
  readonly redirectUrl: string | null;
  /** What is paid there. */
  readonly toPayCents: Cents;
}

/**
 * Begins the payment of the places that a validation holds: the family's credit first, which is promised to it from now
 * on, then online for the rest. The promise and the time that a payment takes are written before PayFiP hears of it, and
 * it is called outside of any unit.
 */
@Injectable()
export class PayBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly validations: ValidationsStore,
    private readonly holds: HoldsStore,
    private readonly settleBasket: SettleBasket,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
    private readonly promises: CreditPromises,
    private readonly findCollectivite: FindCollectivite,
    private readonly startOnlinePayment: StartOnlinePayment,
  ) {}

  /** Throws NOT_FOUND, NOTHING_TO_PAY, and what StartOnlinePayment does. */
  async run(act: BasketOwner, validationId: number): Promise<StartedBasketPayment> {
    const { collectiviteId, familyId, accountId } = act;
    const now = this.clock.now();
    const toPayCents = await this.database.unit(() => this.prepare(act, validationId, now));
    if (toPayCents === 0) return { redirectUrl: null, toPayCents };
    const { name } = await this.findCollectivite.run(collectiviteId);
    const started = await this.startOnlinePayment.run({
      collectiviteId,
      familyId,
      accountId,
      target: { kind: 'BASKET', validationId, cents: toPayCents, label: `Réservations ${name}` },
    });
    await this.database.unit(() => this.validations.payingBy(validationId, started.onlinePaymentId));
    return { redirectUrl: started.redirectUrl, toPayCents };
  }

  /** Answers what is left to pay online; where that is nothing, the places are reserved. Inside a unit. */
  private async prepare(
    { collectiviteId, familyId }: BasketOwner,
    validationId: number,
    now: Temporal.Instant,
  ): Promise<Cents> {
    const found = await this.validations.one(collectiviteId, familyId, validationId);
    if (!found) throw httpProblems.NOT_FOUND('Cette validation n’existe pas, ou vous n’y avez pas accès.');
    const validation = await this.validations.hold(validationId);
    const inHand = await this.settleBasket.places(validation, now);
    const payable = (await this.holds.ofValidation(collectiviteId, validationId)).filter((hold) =>
      isPayable(hold, now),
    );
    if (validation.paidAt !== null || payable.length === 0) throw nothingToPay(validation);
    await this.accounts.holdFamily(collectiviteId, familyId);
    const total = sumCents(payable.map(({ unitCents }) => unitCents));
    const { creditCents, toPayCents, billedLater } = creditFirst(
      total,
      await this.credits.ofBasket(collectiviteId, familyId, validationId),
    );
    if (toPayCents === 0)
      await this.settleBasket.run(validation, inHand, { paymentIds: [], cents: 0, billedLater }, now);
    else {
      await this.promises.keep(collectiviteId, familyId, validationId, total, creditCents);
      for (const { id, expiresAt } of payable) await this.holds.keepUntil(id, keptWhilePaying(expiresAt, now));
    }
    return toPayCents;
  }
}

function nothingToPay({ paidAt }: BasketValidationRow) {
  return reservationsProblems.NOTHING_TO_PAY(
    typeset(
      paidAt !== null
        ? 'Ces réservations sont déjà payées : il n’y a rien de plus à faire.'
        : 'Le délai pour payer est passé, et les places ont été rendues. Vos jours sont encore dans votre panier : validez-le de nouveau.',
    ),
  );
}
