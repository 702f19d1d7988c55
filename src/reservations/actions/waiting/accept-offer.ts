import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions } from '../../../prestations/index.js';
import type { WaitingEntryRow } from '../../data/waiting-entry.entity.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { reservationsProblems } from '../../problems.js';
import { toldPrice } from '../../rules/late-booking.js';
import { isPaidAtBooking } from '../../rules/place-hold.js';
import { isOfferOpen } from '../../rules/waiting-list.js';
import { AddToBasket } from '../basket/add-to-basket.js';
import type { FamilyAct } from '../allow-override.js';
import { HoldPlaces } from '../places/hold-places.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { waitingEntryUnknown } from './leave-waiting-list.js';
import { MailWaitingList } from './mail-waiting-list.js';
import { ReservePlace } from '../places/reserve-place.js';
import { ValidateBasket } from '../basket/validate-basket.js';

/** What accepting an offer makes of it. */
export type AcceptedOffer =
  | { readonly type: 'RESERVED'; readonly reservationId: number }
  /** The place is paid before it is reserved: it is held, and this validation tells what is to be paid, until when. */
  | { readonly type: 'TO_PAY'; readonly validationId: number };

/**
 * Turns a place that is offered into a reservation, at the price of now; or, where it is paid at booking, into a place that
 * is held to be paid, with its line in the basket. The clock decides, no task does.
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly reservePlace: ReservePlace,
    private readonly mailWaitingList: MailWaitingList,
    private readonly findSessions: FindSessions,
    private readonly loadFacts: LoadBookingFacts,
    private readonly addToBasket: AddToBasket,
    private readonly validateBasket: ValidateBasket,
  ) {}

  /** Throws WAITING_ENTRY_UNKNOWN, NO_OPEN_OFFER, and what booking would. */
  async run(act: FamilyAct, entryId: number): Promise<AcceptedOffer> {
    const now = this.clock.now();
    const { collectiviteId } = act;
    const found = await this.database.read(() => this.offered(act, entryId));
    if (found.toPay && isOfferOpen(found.entry, now)) return this.holdToPay(act, found.entry);
    const accepted = await this.database.unit(async () => {
      const { entry } = await this.offered(act, entryId);
      const { places } = await this.holdPlaces.run(collectiviteId, [entry.sessionId], now);
      if (!(await this.waiting.accept(entryId, now))) return null;
      const { reservationId, price } = await this.reservePlace.run(act, entry, places.sessions.get(entry.sessionId)!, {
        now,
      });
      await this.mailWaitingList.booked(collectiviteId, entry, price);
      return reservationId;
    });
    // Told once the unit is over: what it passed on to others because this offer is over stays.
    if (accepted === null) throw noOpenOffer();
    return { type: 'RESERVED', reservationId: accepted };
  }

  /** The entry, and whether accepting it asks for a payment. */
  private async offered(act: FamilyAct, entryId: number): Promise<{ entry: WaitingEntryRow; toPay: boolean }> {
    const { collectiviteId, familyId } = act;
    const entry = await this.waiting.one(collectiviteId, familyId, entryId);
    if (!entry) throw waitingEntryUnknown();
    const [session] = await this.findSessions.byIds(collectiviteId, [entry.sessionId]);
    const facts = await this.loadFacts.run(act, [entry.childId]);
    const told = toldPrice(facts.promised(session!, entry.childId), null) ?? 0;
    return { entry, toPay: isPaidAtBooking(facts.prestation(session!.prestationId), act, told) };
  }

  /** Validating the day of an open offer accepts it; so does this, of that day alone. */
  private async holdToPay(act: FamilyAct, { sessionId, childId }: WaitingEntryRow): Promise<AcceptedOffer> {
    const place = { sessionId, childId };
    const { leftOut } = await this.addToBasket.run(act, [place], {});
    const refused = leftOut.find(({ refusal }) => refusal.code !== 'ALREADY_IN_BASKET');
    if (refused) throw reservationsProblems[refused.refusal.code](refused.refusal.detail);
    const { validationId } = await this.validateBasket.run(act, null, {}, place);
    return { type: 'TO_PAY', validationId };
  }
}

function noOpenOffer() {
  return reservationsProblems.NO_OPEN_OFFER(
    typeset(
      'Aucune place ne vous est proposée en ce moment : le délai pour accepter est passé, ou votre tour n’est pas encore venu.',
    ),
  );
}
