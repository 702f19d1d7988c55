import { ReglementAcceptanceRow } from './data/reglement-acceptance.entity.js';
import { BookingPolicyRow } from './data/booking-policy.entity.js';
import { EnrolmentRow } from './data/enrolment.entity.js';
import { FamilyWaiverRow } from './data/family-waiver.entity.js';
import { PlacePoolDayRow } from './data/place-pool-day.entity.js';
import { PlacePoolMemberRow } from './data/place-pool-member.entity.js';
import { PlacePoolRow } from './data/place-pool.entity.js';
import { PolicyExceptionRow } from './data/policy-exception.entity.js';
import { PrestationRow } from './data/prestation.entity.js';
import { PublishedMenuRow } from './data/published-menu.entity.js';
import { ServiceWishRow } from './data/service-wish.entity.js';
import { SessionRow } from './data/session.entity.js';
import { TakenPlaceRow } from './data/taken-place.entity.js';
import { TakenPoolPlaceRow } from './data/taken-pool-place.entity.js';
import { TariffVersionRow } from './data/tariff-version.entity.js';

export * from './rules/index.js';
export { PrestationsModule } from './prestations.module.js';
export { PrestationRow, SessionRow };
export const prestationsEntities = [
  BookingPolicyRow,
  ReglementAcceptanceRow,
  EnrolmentRow,
  FamilyWaiverRow,
  PlacePoolDayRow,
  PlacePoolMemberRow,
  PlacePoolRow,
  PolicyExceptionRow,
  PrestationRow,
  PublishedMenuRow,
  ServiceWishRow,
  SessionRow,
  TakenPlaceRow,
  TakenPoolPlaceRow,
  TariffVersionRow,
];
export { placesOpened, sessionsCalledOff } from './events.js';
export { DefinePool } from './actions/places/define-pool.js';
export { prestationsProblems } from './problems.js';
export { ChangeSessions, type RulesToKeep } from './actions/sessions/change-sessions.js';
export { FindPolicyExceptions } from './actions/policies/find-policy-exceptions.js';
export { FindPrestations } from './actions/find-prestations.js';
export { FindSessionChanges, type SessionChanges } from './actions/sessions/find-session-changes.js';
export { FindSessions } from './actions/sessions/find-sessions.js';
export { type EnrolmentBook, LoadEnrolments } from './actions/enrolments/load-enrolments.js';
export { LoadPolicies, type PolicyBook } from './actions/policies/load-policies.js';
export { LoadPools, type PoolBook } from './actions/places/load-pools.js';
export { LoadPricingFacts, type PricedUse, type PricingFacts } from './actions/tariffs/load-pricing-facts.js';
export { LoadTariffs, type TariffBook } from './actions/tariffs/load-tariffs.js';
export { LoadWaivers, type WaiverHistory } from './actions/waivers/load-waivers.js';
export { type Asker, LoadWindows, type SessionWindows } from './actions/policies/load-windows.js';
export { type HeldPlaces, Places } from './actions/places/places.js';
export { SessionRevisions } from './actions/sessions/session-revisions.js';
export { SealSessions } from './actions/sessions/seal-sessions.js';
export { SessionsToFreeze } from './actions/sessions/sessions-to-freeze.js';
