import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { ChartOfAccounts, CreditBalances, CreditPromises } from '../../../ledger/index.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { FindSessions, type HeldPlaces } from '../../../prestations/index.js';
import { BasketStore } from '../../data/basket-store.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import type { PlaceHoldRow } from '../../data/place-hold.entity.js';
import { ReservationRow } from '../../data/reservation.entity.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { paidAtBooking } from '../../events.js';
import { fundsOf } from '../../rules/basket-payment.js';
import { mayComeBack } from '../../rules/place-hold.js';
import { refusalBesidesPlaces } from '../../rules/wish.js';
import { HoldPlaces, type PlacesInHand } from '../places/hold-places.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { MailHolds } from './mail-holds.js';

export interface Money {
  /** The payments that have just come in, already credits of the family; none where its credit pays all. */
  readonly paymentIds: readonly number[];
  readonly cents: Cents;
  /** So little that nothing is asked now: the days are billed with the month. */
  readonly billedLater?: boolean;
}

/**
 * Reserves the places of a basket whose money is there, once for each validation. Places that were given back while the
 * payment was under way are taken again where there are some, in the order of the days; what reserves nothing stays a
 * credit of the family, and it is told.
 */
@Injectable()
export class SettleBasket {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly baskets: BasketStore,
    private readonly validations: ValidationsStore,
    private readonly holds: HoldsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly findSessions: FindSessions,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
    private readonly promises: CreditPromises,
    private readonly mailHolds: MailHolds,
  ) {}

  /** Holds all the places that a validation may still reserve. Inside the caller's unit, which holds the validation. */
  async places({ id, collectiviteId }: BasketValidationRow, now: Temporal.Instant): Promise<PlacesInHand> {
    const holds = (await this.holds.ofValidation(collectiviteId, id)).filter(isOpen);
    const sessionIds = holds.map(({ sessionId }) => sessionId);
    return this.holdPlaces.run(collectiviteId, sessionIds, now, { paying: id });
  }

  /** Inside the caller's unit, which holds the validation, then its places. A validation that was paid reserves nothing more. */
  async run(
    validation: BasketValidationRow,
    { places, passOn }: PlacesInHand,
    money: Money,
    now: Temporal.Instant,
  ): Promise<void> {
    const { id, collectiviteId, familyId } = validation;
    const all = validation.paidAt === null ? await this.byDate(validation) : [];
    await this.accounts.holdFamily(collectiviteId, familyId);
    const ofCreditCents = await this.promises.ofCredit(collectiviteId, id);
    const { heldCents, promisedCents } = await this.credits.besidesBasket(collectiviteId, familyId, id);
    const funds = fundsOf({
      ...{ heldCents, ofCreditCents },
      arrivedCents: money.cents,
      promisedToOthersCents: promisedCents,
    });
    const reserved: PlaceHoldRow[] = [];
    const reservationIds: number[] = [];
    let left = funds;
    for (const hold of all.filter(isOpen)) {
      if (!money.billedLater && hold.unitCents > left) {
        // Less came than was asked for (the credit is no more): the place is free, and the day stays in the basket.
        if (hold.state === 'HELD' && (await this.holds.release(hold.id, 'NOT_PAID', now)))
          await places.free(hold.sessionId, hold.childId);
        continue;
      }
      const reservationId = await this.reserve(hold, { validation, places, money, now });
      if (reservationId === null) continue;
      left -= money.billedLater ? 0 : hold.unitCents;
      reserved.push(hold);
      reservationIds.push(reservationId);
    }
    const cents = money.billedLater ? 0 : sumCents(reserved.map(({ unitCents }) => unitCents));
    if (validation.paidAt === null) {
      await this.validations.pay(id, now);
      await this.keepPromise(validation, cents);
      await this.baskets.removePlaces(validation, reserved);
    }
    if (cents > 0)
      await this.outbox.emit(
        paidAtBooking,
        { collectiviteId, familyId, validationId: id, reservationIds, paymentIds: money.paymentIds, cents },
        { collectiviteId, key: String(id) },
      );
    await passOn();
    const missed = all.filter((hold) => !reserved.includes(hold) && hold.releasedFor !== 'GIVEN_UP');
    await this.holds.tell(
      missed.filter(({ toldAt }) => toldAt === null).map((hold) => hold.id),
      now,
    );
    const creditedCents = Math.min(money.cents, Math.max(0, ofCreditCents + money.cents - cents));
    await this.mailHolds.settled(validation, {
      reserved,
      missed,
      creditedCents,
      billedLater: money.billedLater ?? false,
    });
  }

  private async byDate({ id, collectiviteId }: BasketValidationRow): Promise<PlaceHoldRow[]> {
    const holds = await this.holds.ofValidation(collectiviteId, id);
    const sessions = await this.findSessions.byIds(collectiviteId, [...new Set(holds.map((hold) => hold.sessionId))]);
    const dateOf = new Map(sessions.map((session) => [session.id, session.date.toString()]));
    return holds.sort((a, b) => dateOf.get(a.sessionId)!.localeCompare(dateOf.get(b.sessionId)!) || a.id - b.id);
  }

  /** What was promised while it was paid is kept for who bills, as far as it reserved something. */
  private async keepPromise({ id, collectiviteId, familyId }: BasketValidationRow, cents: Cents): Promise<void> {
    if (cents > 0) await this.promises.keep(collectiviteId, familyId, id, cents);
    else await this.promises.end(collectiviteId, id);
  }

  /** Writes the reservation of a place, taken again if need be; null where the day cannot be reserved any more. */
  private async reserve(
    hold: PlaceHoldRow,
    {
      validation,
      places,
      money,
      now,
    }: {
      readonly validation: BasketValidationRow;
      readonly places: HeldPlaces;
      readonly money: Money;
      readonly now: Temporal.Instant;
    },
  ): Promise<number | null> {
    const session = places.sessions.get(hold.sessionId)!;
    if (hold.state === 'HELD' && session.calledOffAt !== null) {
      // The mairie has called the day off, and the event that tells it has not come through yet.
      if (await this.holds.release(hold.id, 'CALLED_OFF', now)) await places.free(hold.sessionId, hold.childId);
      return null;
    }
    if (hold.state === 'RELEASED' && !(await this.takeAgain(hold, places, now))) return null;
    const { collectiviteId, sessionId, childId, familyId, unitCents, unjustifiedAbsenceCents } = hold;
    const reservationId = await this.database.insert(ReservationRow, {
      ...{ collectiviteId, sessionId, childId, familyId, state: 'RESERVED', active: 1 },
      ...{ unitCents, unjustifiedAbsenceCents },
      priceExplanation: hold.priceExplanation,
      supplements: hold.supplements,
      menuTypeId: hold.menuTypeId,
      lateBooking: hold.lateBooking,
      paidCents: money.billedLater ? null : unitCents,
      bookedBy: validation.accountId,
      // The instant of the promise, and of the deadline that was kept.
      bookedAt: hold.heldAt,
      promisedAt: null,
      cancelledBy: null,
      cancelledAt: null,
    });
    await this.holds.reserve(hold.id, reservationId, now);
    return reservationId;
  }

  /** The place of a day that was given back, if it can still be had; its deadline was kept when it was asked for. */
  private async takeAgain(hold: PlaceHoldRow, places: HeldPlaces, now: Temporal.Instant): Promise<boolean> {
    const session = places.sessions.get(hold.sessionId)!;
    if (session.frozenAt !== null) return false;
    const facts = await this.loadFacts.run(hold, [hold.childId]);
    const occupancy = await this.loadOccupancy.run(hold.collectiviteId, [hold.childId], [session], now);
    const wish = facts.wish(session, hold.childId, occupancy, hold.supplements);
    if (refusalBesidesPlaces(wish, { now, beyondWindow: true }) !== null) return false;
    return (await places.take(hold.sessionId, facts.child(hold.childId))) === null;
  }
}

function isOpen(hold: PlaceHoldRow): boolean {
  return hold.state === 'HELD' || (hold.state === 'RELEASED' && mayComeBack(hold));
}
