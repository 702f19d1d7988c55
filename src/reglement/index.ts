export { ApiDeadlines, DeadlineField } from './api/deadline.dto.js';
export { ApiPolicies, PolicyDto, PolicyField } from './api/policy.dto.js';
export { ApiTariffs, TARIFF_SHAPES, TariffField, tariffExamples } from './api/tariff.dto.js';
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
export type { SampledService } from './rules/deadlines/sample.js';
export { parseDeadline } from './rules/deadlines/parse-deadline.js';
export { DeadlineNotDefined } from './rules/deadlines/wall-moment.js';
export {
  type Absence,
  type AbsentDay,
  absenceOutcome,
  type ProofLimits,
  proofLimits,
  rowOutcome,
} from './rules/policy/absence-outcome.js';
export { effectAt, type Outcome } from './rules/policy/effect-at.js';
export { countedPeriod } from './rules/counted-period.js';
export { parseBookingPolicy, parseExceptionRules } from './rules/policy/parse-policy.js';
export {
  compilePolicy,
  instantsOf,
  type LateEffect,
  type OperationInstants,
  type PolicyContext,
  type PolicyInstants,
} from './rules/policy/policy-instants.js';
export { policyRefusals } from './rules/policy/policy-refusals.js';
export { policyWarnings } from './rules/policy/policy-warnings.js';
export {
  effectSentence,
  exceptionSentences,
  policySentences,
  surchargeWords,
} from './rules/policy/policy-sentences.js';
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
export type { AudienceFacts } from './rules/pricing/audience.js';
export { type CompiledTariff, compileTariff, quoteFor } from './rules/pricing/compile-tariff.js';
export { explanationInFrench, recheck } from './rules/pricing/explanation.js';
export { forfaitPeriod } from './rules/pricing/forfait-period.js';
export { parseTariff } from './rules/pricing/parse-tariff.js';
export {
  counterOf,
  dependsOnHours,
  type Happened,
  isInForfait,
  type Priced,
  priceOf,
} from './rules/pricing/price-of.js';
export { type ChargeEvent, type Prices, CHARGE_EVENTS, priceFor, priceLabel } from './rules/pricing/prices.js';
export { quoteInFrench } from './rules/pricing/quote-words.js';
export type { PricingContext, Quote, QuoteRules } from './rules/pricing/quote.js';
export { hundredthsOf, quotientNumber } from './rules/pricing/quotient-bound.js';
export { childOfRank } from './rules/pricing/markup.js';
export type { Explanation, ExplanationStep } from './rules/pricing/steps.js';
export { type FirstGrid, storedTariff, tariffJson } from './rules/pricing/stored-tariff.js';
export {
  type ForfaitPeriod,
  type Markup,
  SCHOOL_LEVELS,
  type SchoolLevel,
  type Tariff,
} from './rules/pricing/tariff.js';
export { eventOf } from './rules/pricing/running-amount.js';
export { recheckQuote } from './rules/pricing/told-prices.js';
export { isToldBeforehand } from './rules/pricing/told-beforehand.js';
export { type TariffLine, tariffTable, type TariffTable } from './rules/pricing/tariff-lines.js';
export { RUNS_ON, type RunsOn, serviceDates, serviceDays } from './rules/service-days.js';
export { reglementProblems } from './problems.js';
