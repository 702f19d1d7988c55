import { BasketLineRow } from './data/basket-line.entity.js';
import { BasketValidationRow } from './data/basket-validation.entity.js';
import { BasketRow } from './data/basket.entity.js';
import { HeadcountRow } from './data/headcount.entity.js';
import { LateRequestRow } from './data/late-request.entity.js';
import { ReservationRow } from './data/reservation.entity.js';

export { ReservationsModule } from './reservations.module.js';
export { BasketLineRow, BasketRow, BasketValidationRow, HeadcountRow, LateRequestRow, ReservationRow };
export const reservationsEntities = [
  BasketLineRow,
  BasketRow,
  BasketValidationRow,
  HeadcountRow,
  LateRequestRow,
  ReservationRow,
];
export type { ReservationState } from './data/reservation.entity.js';
export { basketValidated, reservationCancelled } from './events.js';
export { FindReservations } from './actions/find-reservations.js';
export type { FamilyAct } from './actions/allow-override.js';
export { AddSpanToBasket, type SpanAdded, type SpanWanted } from './actions/add-span-to-basket.js';
export { AddToBasket, type AddedLines } from './actions/add-to-basket.js';
export { CancelReservations, type Cancellations } from './actions/cancel-reservations.js';
export { FreezeHeadcounts } from './actions/freeze-headcounts.js';
export { ListReservations, type ShownReservation } from './actions/list-reservations.js';
export { ShowBasket, type ShownBasket } from './actions/show-basket.js';
export { type ShownHeadcount, ShowHeadcounts } from './actions/show-headcounts.js';
export { type Planning, ShowPlanning } from './actions/show-planning.js';
export { type ShownValidation, ShowValidation } from './actions/show-validation.js';
export { ValidateBasket } from './actions/validate-basket.js';
