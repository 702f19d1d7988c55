import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { AcceptOffer } from './actions/waiting/accept-offer.js';
import { AddSpanToBasket } from './actions/basket/add-span-to-basket.js';
import { AddToBasket } from './actions/basket/add-to-basket.js';
import { CheckPromises } from './actions/reserved/check-promises.js';
import { CancelCalledOff } from './actions/reserved/cancel-called-off.js';
import { CancelReservations } from './actions/reserved/cancel-reservations.js';
import { CarryOutRecomputation } from './actions/recomputation/carry-out-recomputation.js';
import { ChangeSupplements } from './actions/reserved/change-supplements.js';
import { ListMenusOfDay } from './actions/headcounts/list-menus-of-day.js';
import { MailNewPrice } from './actions/reserved/mail-new-price.js';
import { RenewPromise } from './actions/reserved/renew-promise.js';
import { HoldReservedDay } from './actions/reserved/hold-reserved-day.js';
import { ChangeMenu } from './actions/reserved/change-menu.js';
import { FindReservedDays } from './actions/reserved/find-reserved-days.js';
import { MailConfirmedSwap } from './actions/reserved/mail-confirmed-swap.js';
import { ShowSwaps } from './actions/reserved/show-swaps.js';
import { FindReservations } from './actions/reserved/find-reservations.js';
import { FinishValidation } from './actions/basket/finish-validation.js';
import { ForeseeRecomputation } from './actions/recomputation/foresee-recomputation.js';
import { FreezeHeadcounts } from './actions/headcounts/freeze-headcounts.js';
import { HoldPlaces } from './actions/places/hold-places.js';
import { JoinWaitingList } from './actions/waiting/join-waiting-list.js';
import { LeaveWaitingList } from './actions/waiting/leave-waiting-list.js';
import { ListReservations } from './actions/reserved/list-reservations.js';
import { ListWaitingEntries } from './actions/waiting/list-waiting-entries.js';
import { LoadBookingFacts } from './actions/load-booking-facts.js';
import { LoadOccupancy } from './actions/places/load-occupancy.js';
import { MailCancellations } from './actions/reserved/mail-cancellations.js';
import { MailHeadcount } from './actions/headcounts/mail-headcount.js';
import { MailRecomputation } from './actions/recomputation/mail-recomputation.js';
import { MailValidation } from './actions/basket/mail-validation.js';
import { MailWaitingList } from './actions/waiting/mail-waiting-list.js';
import { PassPlacesOn } from './actions/places/pass-places-on.js';
import { RecomputeSessions } from './actions/recomputation/recompute-sessions.js';
import { RemoveFromBasket } from './actions/basket/remove-from-basket.js';
import { ServeLines } from './actions/basket/serve-lines.js';
import { ShowBasket } from './actions/basket/show-basket.js';
import { ShowHeadcounts } from './actions/headcounts/show-headcounts.js';
import { ShowPlanning } from './actions/show-planning.js';
import { ShowValidation } from './actions/basket/show-validation.js';
import { TallyBookings } from './actions/reserved/tally-bookings.js';
import { TellClosedLines } from './actions/waiting/tell-closed-lines.js';
import { ValidateBasket } from './actions/basket/validate-basket.js';
import { AnswerLateRequest } from './actions/late-requests/answer-late-request.js';
import { AskMairie } from './actions/late-requests/ask-mairie.js';
import { FindAskedOfMairie } from './actions/late-requests/find-asked-of-mairie.js';
import { ListLateRequests } from './actions/late-requests/list-late-requests.js';
import { MailLateRequest } from './actions/late-requests/mail-late-request.js';
import { MailMove } from './actions/reserved/mail-move.js';
import { MoveReservation } from './actions/reserved/move-reservation.js';
import { ReservePlace } from './actions/places/reserve-place.js';
import { WithdrawLateRequest } from './actions/late-requests/withdraw-late-request.js';
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
import { PayBasket } from './actions/payment/pay-basket.js';
import { FollowPayments } from './actions/payment/follow-payments.js';
import { GiveUpHolds } from './actions/payment/give-up-holds.js';
import { HoldToPay } from './actions/payment/hold-to-pay.js';
import { LetCreditGo } from './actions/payment/let-credit-go.js';
import { MailHolds } from './actions/payment/mail-holds.js';
import { ReleaseHolds } from './actions/payment/release-holds.js';
import { SettleBasket } from './actions/payment/settle-basket.js';
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
    FindAskedOfMairie,
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
    FindReservedDays,
    MailConfirmedSwap,
    ShowSwaps,
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
