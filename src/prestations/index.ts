import { BookingPolicyRow } from './data/booking-policy.entity.js';
import { EnrolmentRow } from './data/enrolment.entity.js';
import { FamilyWaiverRow } from './data/family-waiver.entity.js';
import { PolicyExceptionRow } from './data/policy-exception.entity.js';
import { PrestationRow } from './data/prestation.entity.js';
import { ServiceWishRow } from './data/service-wish.entity.js';
import { SessionRow } from './data/session.entity.js';
import { TariffVersionRow } from './data/tariff-version.entity.js';

export { PrestationsModule } from './prestations.module.js';
export {
  BookingPolicyRow,
  EnrolmentRow,
  FamilyWaiverRow,
  PolicyExceptionRow,
  PrestationRow,
  ServiceWishRow,
  SessionRow,
  TariffVersionRow,
};
export const prestationsEntities = [
  BookingPolicyRow,
  EnrolmentRow,
  FamilyWaiverRow,
  PolicyExceptionRow,
  PrestationRow,
  ServiceWishRow,
  SessionRow,
  TariffVersionRow,
];
export { PAYMENT_MODES, type PaymentMode, PRESTATION_KINDS, type PrestationKind } from './rules/prestation-kind.js';
export { sessionsCalledOff } from './events.js';
export { FindPrestations } from './actions/find-prestations.js';
export { FindSessions } from './actions/find-sessions.js';
export { type EnrolmentBook, LoadEnrolments } from './actions/load-enrolments.js';
export { LoadPolicies, type PolicyBook } from './actions/load-policies.js';
export { LoadTariffs, type TariffBook } from './actions/load-tariffs.js';
export { LoadWaivers, type WaiverBook } from './actions/load-waivers.js';
export { Places } from './actions/places.js';
export { SessionsToFreeze } from './actions/sessions-to-freeze.js';
export { weekdaysOf } from './rules/weekdays.js';
