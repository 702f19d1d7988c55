import { BookingPolicyRow } from './data/booking-policy.entity.js';
import { EnrolmentRow } from './data/enrolment.entity.js';
import { FamilyWaiverRow } from './data/family-waiver.entity.js';
import { PlacePoolDayRow } from './data/place-pool-day.entity.js';
import { PlacePoolMemberRow } from './data/place-pool-member.entity.js';
import { PlacePoolRow } from './data/place-pool.entity.js';
import { PolicyExceptionRow } from './data/policy-exception.entity.js';
import { PrestationRow } from './data/prestation.entity.js';
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
  EnrolmentRow,
  FamilyWaiverRow,
  PlacePoolDayRow,
  PlacePoolMemberRow,
  PlacePoolRow,
  PolicyExceptionRow,
  PrestationRow,
  ServiceWishRow,
  SessionRow,
  TakenPlaceRow,
  TakenPoolPlaceRow,
  TariffVersionRow,
];
export { placesOpened, sessionsCalledOff } from './events.js';
export { DefinePool } from './actions/define-pool.js';
export { prestationsProblems } from './problems.js';
export { ChangeSessions, type RulesToKeep } from './actions/change-sessions.js';
export { FindPolicyExceptions } from './actions/find-policy-exceptions.js';
export { FindPrestations } from './actions/find-prestations.js';
export { FindSessionChanges, type SessionChanges } from './actions/find-session-changes.js';
export { FindSessions } from './actions/find-sessions.js';
export { type EnrolmentBook, LoadEnrolments } from './actions/load-enrolments.js';
export { LoadPolicies, type PolicyBook } from './actions/load-policies.js';
export { LoadPools, type PoolBook } from './actions/load-pools.js';
export { LoadPricingFacts, type PricedUse, type PricingFacts } from './actions/load-pricing-facts.js';
export { LoadTariffs, type TariffBook } from './actions/load-tariffs.js';
export { LoadWaivers, type WaiverHistory } from './actions/load-waivers.js';
export { type Asker, LoadWindows, type SessionWindows } from './actions/load-windows.js';
export { type HeldPlaces, Places } from './actions/places.js';
export { SessionRevisions } from './actions/session-revisions.js';
export { SealSessions } from './actions/seal-sessions.js';
export { SessionsToFreeze } from './actions/sessions-to-freeze.js';
