export { ApiDeadlines, DeadlineField } from './api/deadline.dto.js';
export { ReglementModule } from './reglement.module.js';
export {
  closesAt,
  compileDeadline,
  type CompiledDeadline,
  isOpen,
  opensAt,
} from './rules/deadlines/compile-deadline.js';
export { type Deadline, type DeadlineContext, type DeadlineOperation } from './rules/deadlines/deadline.js';
export { deadlineSentence } from './rules/deadlines/deadline-sentence.js';
export { lateDeadlineWarning } from './rules/deadlines/late-deadline.js';
export { parseDeadline } from './rules/deadlines/parse-deadline.js';
export { DeadlineNotDefined } from './rules/deadlines/wall-moment.js';
export {
  type AbsencePolicy,
  type BookingPolicy,
  COLLECTIVE_REASONS,
  type CollectiveReason,
  type Counter,
  type Effect,
  type EffectType,
  type OperationRule,
  PROOF_KINDS,
  type ProofKind,
  type Surcharge,
  type SurchargeEffect,
  type Waiver,
  WAIVER_PROOFS,
  type WaiverProof,
} from './rules/policy/booking-policy.js';
export { type Explanation, type ExplanationStep, explanationInFrench, recheck } from './rules/pricing/explanation.js';
export { type ChargeEvent, type Prices, CHARGE_EVENTS, priceFor, priceLabel } from './rules/pricing/prices.js';
export { hundredthsOf, quotientNumber } from './rules/pricing/quotient-bound.js';
export {
  type Priced,
  type PricingContext,
  type PromisedPrices,
  type Tariff,
  type TariffRow,
  priceFromPromise,
  priceOf,
  pricesFor,
  validateTariff,
} from './rules/pricing/tariff.js';
export { RUNS_ON, type RunsOn, serviceDates, serviceDays } from './rules/service-days.js';
export { reglementProblems } from './problems.js';
