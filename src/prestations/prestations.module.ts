import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule, closureDeclared, closureRemoved } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule, servicesWished } from '../families/index.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { AddBookingPolicy } from './actions/policies/add-booking-policy.js';
import { AddPolicyException } from './actions/policies/add-policy-exception.js';
import { AddTariff } from './actions/tariffs/add-tariff.js';
import { CallOffSessions } from './actions/sessions/call-off-sessions.js';
import { CheckSupplements } from './actions/enrolments/check-supplements.js';
import { ChooseUsualSupplements } from './actions/enrolments/choose-usual-supplements.js';
import { ListFamilyEnrolments } from './actions/enrolments/list-family-enrolments.js';
import { ChangeEnrolment } from './actions/enrolments/change-enrolment.js';
import { ChangePlaces } from './actions/places/change-places.js';
import { ChangePoolDay } from './actions/places/change-pool-day.js';
import { ChangePrestation } from './actions/change-prestation.js';
import { ChangeSessions } from './actions/sessions/change-sessions.js';
import { CreatePrestation } from './actions/create-prestation.js';
import { DefinePool } from './actions/places/define-pool.js';
import { EnrolBatch } from './actions/enrolments/enrol-batch.js';
import { EnrolChild } from './actions/enrolments/enrol-child.js';
import { EnrolChildren } from './actions/enrolments/enrol-children.js';
import { EnrolFromWishes } from './actions/enrolments/enrol-from-wishes.js';
import { EndWaiver } from './actions/waivers/end-waiver.js';
import { FindPrestations } from './actions/find-prestations.js';
import { FindSessionChanges } from './actions/sessions/find-session-changes.js';
import { FindSessions } from './actions/sessions/find-sessions.js';
import { GrantWaiver } from './actions/waivers/grant-waiver.js';
import { FindPolicyExceptions } from './actions/policies/find-policy-exceptions.js';
import { FindPools } from './actions/places/find-pools.js';
import { HoldExceptionScope } from './actions/policies/hold-exception-scope.js';
import { HoldPrestations } from './actions/hold-prestations.js';
import { KeepWishes } from './actions/enrolments/keep-wishes.js';
import { ListEnrolments } from './actions/enrolments/list-enrolments.js';
import { ListMenus } from './actions/menus/list-menus.js';
import { PublishMenus } from './actions/menus/publish-menus.js';
import { WithdrawMenus } from './actions/menus/withdraw-menus.js';
import { ListSessions } from './actions/sessions/list-sessions.js';
import { ListVersions } from './actions/list-versions.js';
import { ListWaivers } from './actions/waivers/list-waivers.js';
import { LoadEnrolments } from './actions/enrolments/load-enrolments.js';
import { LoadPolicies } from './actions/policies/load-policies.js';
import { LoadPricingFacts } from './actions/tariffs/load-pricing-facts.js';
import { LoadPools } from './actions/places/load-pools.js';
import { LoadSessionRules } from './actions/sessions/load-session-rules.js';
import { LoadTariffs } from './actions/tariffs/load-tariffs.js';
import { LoadWaivers } from './actions/waivers/load-waivers.js';
import { LoadWindows } from './actions/policies/load-windows.js';
import { OpenPoolDays } from './actions/places/open-pool-days.js';
import { PlanStaff } from './actions/staff/plan-staff.js';
import { Places } from './actions/places/places.js';
import { PlanSessions } from './actions/sessions/plan-sessions.js';
import { RecountPool } from './actions/places/recount-pool.js';
import { ReinstateSessions } from './actions/sessions/reinstate-sessions.js';
import { RemovePolicyException } from './actions/policies/remove-policy-exception.js';
import { SessionRevisions } from './actions/sessions/session-revisions.js';
import { SealSessions } from './actions/sessions/seal-sessions.js';
import { SessionsToFreeze } from './actions/sessions/sessions-to-freeze.js';
import { AcceptReglement } from './actions/policies/accept-reglement.js';
import { ShowReglement } from './actions/policies/show-reglement.js';
import { ShowStaffing } from './actions/staff/show-staffing.js';
import { TellPlacesOpened } from './actions/places/tell-places-opened.js';
import { WeighException } from './actions/policies/weigh-exception.js';
import { BookingPoliciesController } from './api/booking-policies.controller.js';
import { EnrolmentsController } from './api/enrolments.controller.js';
import { PlacePoolsController } from './api/place-pools.controller.js';
import { FamilyEnrolmentsController } from './api/family-enrolments.controller.js';
import { PolicyExceptionsController } from './api/policy-exceptions.controller.js';
import { PrestationsController } from './api/prestations.controller.js';
import { FamilyMenusController, PublishedMenusController } from './api/published-menus.controller.js';
import { ReglementAcceptancesController } from './api/reglement-acceptances.controller.js';
import { ReglementController } from './api/reglement.controller.js';
import { SessionsController } from './api/sessions.controller.js';
import { StaffingController } from './api/staffing.controller.js';
import { TariffsController } from './api/tariffs.controller.js';
import { WaiversController } from './api/waivers.controller.js';

const OFFERED = [
  AddBookingPolicy,
  AddTariff,
  CallOffSessions,
  ChangeSessions,
  CreatePrestation,
  EnrolBatch,
  EnrolChild,
  EnrolFromWishes,
  FindPolicyExceptions,
  FindPrestations,
  FindSessionChanges,
  FindSessions,
  LoadEnrolments,
  LoadPolicies,
  LoadPricingFacts,
  LoadPools,
  LoadTariffs,
  LoadWaivers,
  LoadWindows,
  Places,
  PlanSessions,
  SessionRevisions,
  SealSessions,
  SessionsToFreeze,
  ShowReglement,
  AcceptReglement,
];

@Module({
  imports: [CalendarModule, CollectivitesModule, FamiliesModule],
  controllers: [
    PrestationsController,
    BookingPoliciesController,
    TariffsController,
    EnrolmentsController,
    FamilyEnrolmentsController,
    SessionsController,
    PlacePoolsController,
    PolicyExceptionsController,
    StaffingController,
    ReglementController,
    ReglementAcceptancesController,
    WaiversController,
    PublishedMenusController,
    FamilyMenusController,
  ],
  providers: [
    ...OFFERED,
    AddPolicyException,
    ChangeEnrolment,
    CheckSupplements,
    ChooseUsualSupplements,
    ListFamilyEnrolments,
    ChangePlaces,
    ChangePoolDay,
    ChangePrestation,
    EndWaiver,
    EnrolChildren,
    GrantWaiver,
    DefinePool,
    FindPools,
    HoldExceptionScope,
    HoldPrestations,
    KeepWishes,
    ListEnrolments,
    ListMenus,
    PublishMenus,
    WithdrawMenus,
    ListSessions,
    ListVersions,
    ListWaivers,
    LoadSessionRules,
    OpenPoolDays,
    PlanStaff,
    RecountPool,
    RemovePolicyException,
    ReinstateSessions,
    ShowStaffing,
    TellPlacesOpened,
    WeighException,
  ],
  exports: OFFERED,
})
export class PrestationsModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly keepWishes: KeepWishes,
    private readonly callOffSessions: CallOffSessions,
    private readonly reinstateSessions: ReinstateSessions,
  ) {}

  onModuleInit(): void {
    this.outbox.on(servicesWished, (wished) => this.keepWishes.run(wished));
    this.outbox.on(closureDeclared, (closure) => this.callOffSessions.ofClosure(closure));
    this.outbox.on(closureRemoved, (closure) => this.reinstateSessions.ofClosure(closure));
  }
}
