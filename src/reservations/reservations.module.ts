import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { AcceptOffer } from './actions/accept-offer.js';
import { AddSpanToBasket } from './actions/add-span-to-basket.js';
import { AddToBasket } from './actions/add-to-basket.js';
import { CheckPromises } from './actions/check-promises.js';
import { CancelCalledOff } from './actions/cancel-called-off.js';
import { CancelReservations } from './actions/cancel-reservations.js';
import { CarryOutRecomputation } from './actions/carry-out-recomputation.js';
import { ChangeSupplements } from './actions/change-supplements.js';
import { ListMenusOfDay } from './actions/list-menus-of-day.js';
import { MailNewPrice } from './actions/mail-new-price.js';
import { RenewPromise } from './actions/renew-promise.js';
import { HoldReservedDay } from './actions/hold-reserved-day.js';
import { ChangeMenu } from './actions/change-menu.js';
import { CountReservations } from './actions/count-reservations.js';
import { FindReservations } from './actions/find-reservations.js';
import { FinishValidation } from './actions/finish-validation.js';
import { ForeseeRecomputation } from './actions/foresee-recomputation.js';
import { FreezeHeadcounts } from './actions/freeze-headcounts.js';
import { HoldPlaces } from './actions/hold-places.js';
import { JoinWaitingList } from './actions/join-waiting-list.js';
import { LeaveWaitingList } from './actions/leave-waiting-list.js';
import { ListReservations } from './actions/list-reservations.js';
import { ListWaitingEntries } from './actions/list-waiting-entries.js';
import { LoadBookingFacts } from './actions/load-booking-facts.js';
import { LoadOccupancy } from './actions/load-occupancy.js';
import { MailCancellations } from './actions/mail-cancellations.js';
import { MailHeadcount } from './actions/mail-headcount.js';
import { MailRecomputation } from './actions/mail-recomputation.js';
import { MailValidation } from './actions/mail-validation.js';
import { MailWaitingList } from './actions/mail-waiting-list.js';
import { PassPlacesOn } from './actions/pass-places-on.js';
import { RecomputeSessions } from './actions/recompute-sessions.js';
import { RemoveFromBasket } from './actions/remove-from-basket.js';
import { ServeLines } from './actions/serve-lines.js';
import { ShowBasket } from './actions/show-basket.js';
import { ShowHeadcounts } from './actions/show-headcounts.js';
import { ShowPlanning } from './actions/show-planning.js';
import { ShowValidation } from './actions/show-validation.js';
import { TallyBookings } from './actions/tally-bookings.js';
import { TellClosedLines } from './actions/tell-closed-lines.js';
import { ValidateBasket } from './actions/validate-basket.js';
import { AnswerLateRequest } from './actions/answer-late-request.js';
import { AskMairie } from './actions/ask-mairie.js';
import { ListLateRequests } from './actions/list-late-requests.js';
import { MailLateRequest } from './actions/mail-late-request.js';
import { MailMove } from './actions/mail-move.js';
import { MoveReservation } from './actions/move-reservation.js';
import { ReservePlace } from './actions/reserve-place.js';
import { WithdrawLateRequest } from './actions/withdraw-late-request.js';
import { FamilyLateRequestsController } from './api/family-late-requests.controller.js';
import { LateRequestsController } from './api/late-requests.controller.js';
import { BasketController } from './api/basket.controller.js';
import { CustodySwapsController } from './api/custody-swaps.controller.js';
import { RecordedSwapsController } from './api/recorded-swaps.controller.js';
import { HeadcountsController } from './api/headcounts.controller.js';
import { PlanningController } from './api/planning.controller.js';
import { ReservationsController } from './api/reservations.controller.js';
import { SessionLinesController } from './api/session-lines.controller.js';
import { WaitingListController } from './api/waiting-list.controller.js';
import { SessionRecomputationsController } from './api/session-recomputations.controller.js';
import { BasketStore } from './data/basket-store.js';
import { BookingTally } from './data/booking-tally.js';
import { ConcernedFamilies } from './data/concerned-families.js';
import { RecomputationsStore } from './data/recomputations-store.js';
import { ReservationsStore } from './data/reservations-store.js';
import { ValidationsStore } from './data/validations-store.js';
import { WaitingStore } from './data/waiting-store.js';
import { CloseWindows } from './tasks/close-windows.js';
import { FinishRecomputations } from './tasks/finish-recomputations.js';
import { FinishValidations } from './tasks/finish-validations.js';
import { PassOffersOn } from './tasks/pass-offers-on.js';
import { TellClosedLinesTask } from './tasks/tell-closed-lines.task.js';
import { PayBasket } from './actions/pay-basket.js';
import { FollowPayments } from './actions/follow-payments.js';
import { GiveUpHolds } from './actions/give-up-holds.js';
import { HoldToPay } from './actions/hold-to-pay.js';
import { LetCreditGo } from './actions/let-credit-go.js';
import { MailHolds } from './actions/mail-holds.js';
import { ReleaseHolds } from './actions/release-holds.js';
import { SettleBasket } from './actions/settle-basket.js';
import { HoldsStore } from './data/holds-store.js';
import { ReleaseHoldsTask } from './tasks/release-holds.task.js';

const OFFERED = [
  AcceptOffer,
  AddSpanToBasket,
  AddToBasket,
  CancelReservations,
  ChangeMenu,
  CheckPromises,
  ChangeSupplements,
  FindReservations,
  FreezeHeadcounts,
  JoinWaitingList,
  LeaveWaitingList,
  ListReservations,
  ListWaitingEntries,
  ServeLines,
  ShowBasket,
  ShowHeadcounts,
  ShowPlanning,
  ShowValidation,
  TallyBookings,
  ValidateBasket,
];

@Module({
  imports: [CalendarModule, CollectivitesModule, FamiliesModule, LedgerModule, PaymentsModule, PrestationsModule],
  controllers: [
    PlanningController,
    BasketController,
    ReservationsController,
    FamilyLateRequestsController,
    HeadcountsController,
    LateRequestsController,
    WaitingListController,
    SessionLinesController,
    SessionRecomputationsController,
    CustodySwapsController,
    RecordedSwapsController,
  ],
  providers: [
    ...OFFERED,
    GiveUpHolds,
    HoldToPay,
    LetCreditGo,
    MailHolds,
    ReleaseHolds,
    SettleBasket,
    HoldsStore,
    ReleaseHoldsTask,
    PayBasket,
    FollowPayments,
    AnswerLateRequest,
    AskMairie,
    ListLateRequests,
    MailLateRequest,
    MailMove,
    MoveReservation,
    ReservePlace,
    WithdrawLateRequest,
    CancelCalledOff,
    CarryOutRecomputation,
    ConcernedFamilies,
    FinishValidation,
    ForeseeRecomputation,
    CountReservations,
    HoldPlaces,
    HoldReservedDay,
    ListMenusOfDay,
    MailNewPrice,
    RenewPromise,
    LoadBookingFacts,
    LoadOccupancy,
    MailCancellations,
    MailHeadcount,
    MailRecomputation,
    MailValidation,
    MailWaitingList,
    PassPlacesOn,
    RecomputationsStore,
    RecomputeSessions,
    RemoveFromBasket,
    BasketStore,
    BookingTally,
    ReservationsStore,
    ValidationsStore,
    WaitingStore,
    CloseWindows,
    FinishRecomputations,
    FinishValidations,
    PassOffersOn,
    TellClosedLines,
    TellClosedLinesTask,
  ],
  exports: OFFERED,
})
export class ReservationsModule {}
