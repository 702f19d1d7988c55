import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { AddSpanToBasket } from './actions/add-span-to-basket.js';
import { AddToBasket } from './actions/add-to-basket.js';
import { CancelCalledOff } from './actions/cancel-called-off.js';
import { CancelReservations } from './actions/cancel-reservations.js';
import { ChangeMenu } from './actions/change-menu.js';
import { FindRecipients } from './actions/find-recipients.js';
import { FindReservations } from './actions/find-reservations.js';
import { FinishValidation } from './actions/finish-validation.js';
import { FreezeHeadcounts } from './actions/freeze-headcounts.js';
import { ListReservations } from './actions/list-reservations.js';
import { LoadBookingFacts } from './actions/load-booking-facts.js';
import { LoadOccupancy } from './actions/load-occupancy.js';
import { MailCancellations } from './actions/mail-cancellations.js';
import { MailHeadcount } from './actions/mail-headcount.js';
import { MailValidation } from './actions/mail-validation.js';
import { RemoveFromBasket } from './actions/remove-from-basket.js';
import { ShowBasket } from './actions/show-basket.js';
import { ShowHeadcounts } from './actions/show-headcounts.js';
import { ShowPlanning } from './actions/show-planning.js';
import { ShowValidation } from './actions/show-validation.js';
import { ValidateBasket } from './actions/validate-basket.js';
import { BasketController } from './api/basket.controller.js';
import { HeadcountsController } from './api/headcounts.controller.js';
import { PlanningController } from './api/planning.controller.js';
import { ReservationsController } from './api/reservations.controller.js';
import { BasketStore } from './data/basket-store.js';
import { ReservationsStore } from './data/reservations-store.js';
import { ValidationsStore } from './data/validations-store.js';
import { CloseWindows } from './tasks/close-windows.js';
import { FinishValidations } from './tasks/finish-validations.js';

const OFFERED = [
  AddSpanToBasket,
  AddToBasket,
  CancelReservations,
  ChangeMenu,
  FindRecipients,
  FindReservations,
  FreezeHeadcounts,
  ListReservations,
  ShowBasket,
  ShowHeadcounts,
  ShowPlanning,
  ShowValidation,
  ValidateBasket,
];

@Module({
  imports: [CalendarModule, CollectivitesModule, FamiliesModule, PrestationsModule],
  controllers: [PlanningController, BasketController, ReservationsController, HeadcountsController],
  providers: [
    ...OFFERED,
    CancelCalledOff,
    FinishValidation,
    LoadBookingFacts,
    LoadOccupancy,
    MailCancellations,
    MailHeadcount,
    MailValidation,
    RemoveFromBasket,
    BasketStore,
    ReservationsStore,
    ValidationsStore,
    CloseWindows,
    FinishValidations,
  ],
  exports: OFFERED,
})
export class ReservationsModule {}
