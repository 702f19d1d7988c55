import { BasketLineRow } from './data/basket-line.entity.js';
import { BasketValidationRow } from './data/basket-validation.entity.js';
import { BasketRow } from './data/basket.entity.js';
import { HeadcountRow } from './data/headcount.entity.js';
import { LateRequestRow } from './data/late-request.entity.js';
import { PlaceHoldRow } from './data/place-hold.entity.js';
import { RecomputedSessionRow } from './data/recomputed-session.entity.js';
import { ReservationRow } from './data/reservation.entity.js';
import { SessionRecomputationRow } from './data/session-recomputation.entity.js';
import { WaitingEntryRow } from './data/waiting-entry.entity.js';

export { ReservationsModule } from './reservations.module.js';
export { ReservationRow };
export const reservationsEntities = [
  BasketLineRow,
  BasketRow,
  BasketValidationRow,
  HeadcountRow,
  LateRequestRow,
  PlaceHoldRow,
  RecomputedSessionRow,
  ReservationRow,
  SessionRecomputationRow,
  WaitingEntryRow,
];
export { reservationsProblems } from './problems.js';
export { basketValidated, paidAtBooking, reservationCancelled } from './events.js';
export { TallyBookings } from './actions/reserved/tally-bookings.js';
export type {
  CancelledBooking,
  TalliedBookings,
  TalliedSession,
  WantedInstants,
  WholeBooking,
  WholePart,
} from './data/booking-tally.js';
export { CheckPromises } from './actions/reserved/check-promises.js';
export { FindReservations } from './actions/reserved/find-reservations.js';
export type { FamilyAct } from './actions/allow-override.js';
export { AcceptOffer } from './actions/waiting/accept-offer.js';
export { ServeLines } from './actions/basket/serve-lines.js';
export { TellClosedLines } from './actions/waiting/tell-closed-lines.js';
export { FreezeHeadcounts } from './actions/headcounts/freeze-headcounts.js';
export { ReleaseHolds } from './actions/payment/release-holds.js';
