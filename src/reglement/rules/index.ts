export { closesAt, compileDeadline, type CompiledDeadline, isOpen, opensAt } from './deadlines/compile-deadline.js';
export { type Deadline, type DeadlineContext, type DeadlineOperation } from './deadlines/deadline.js';
export { deadlineSentence } from './deadlines/deadline-sentence.js';
export type { SampledService } from './deadlines/sample.js';
export { parseDeadline } from './deadlines/parse-deadline.js';
export { DeadlineNotDefined } from './deadlines/wall-moment.js';
export {
  type Absence,
  type AbsentDay,
  absenceOutcome,
  tellBefore,
  type ProofLimits,
  proofLimits,
} from './policy/absence-outcome.js';
export { effectAt, type Outcome } from './policy/effect-at.js';
export { countedPeriod, type Counter } from './counter.js';
export { parseBookingPolicy, parseExceptionRules } from './policy/parse-policy.js';
export {
  compilePolicy,
  compileWholePolicy,
  instantsOf,
  type OperationInstants,
  type PolicyContext,
  type PolicyInstants,
} from './policy/policy-instants.js';
export { countsFromStart } from './policy/policy-deadlines.js';
export { operationsApart, policyOfPublics, publicsOf, withoutPublicsOn } from './policy/publics.js';
export { policyRefusals } from './policy/policy-refusals.js';
export { policyWarnings } from './policy/policy-warnings.js';
export { exceptionSentences, policySentences, publicSentence, surchargeWords } from './policy/policy-sentences.js';
export {
  type AbsencePolicy,
  type BookingPolicy,
  type Effect,
  type EffectType,
  type OperationRule,
  type PublicRules,
  type Surcharge,
  type SurchargeEffect,
} from './policy/booking-policy.js';
export { type CompiledTariff, compileTariff, quoteFor } from './pricing/compile-tariff.js';
export { explanationInFrench, recheck } from './pricing/explanation.js';
export { forfaitPeriod } from './pricing/forfait-period.js';
export { parseTariff } from './pricing/parse-tariff.js';
export { counterOf, dependsOnHours, type Happened, isInForfait, type Priced, priceOf } from './pricing/price-of.js';
export { type ChargeEvent, type Prices, CHARGE_EVENTS, priceFor, priceLabel } from './pricing/prices.js';
export { quoteInFrench, unplannedInFrench } from './pricing/quote-words.js';
export type { PricingContext, Quote } from './pricing/quote.js';
export { quotientNumber } from './pricing/quotient-bound.js';
export { childOfRank } from './pricing/markup.js';
export type { Explanation } from './pricing/steps.js';
export { type FirstGrid, storedTariff, tariffJson } from './pricing/stored-tariff.js';
export { type ForfaitPeriod, type SchoolLevel, type Supplement, type Tariff } from './pricing/tariff.js';
export { eventOf } from './pricing/running-amount.js';
export { recheckQuote } from './pricing/told-prices.js';
export { isOwnMealPriced } from './pricing/own-meal.js';
export {
  asksWhatIsTaken,
  chosenSupplements,
  offeredSupplements,
  supplementLabels,
  supplementsCents,
} from './pricing/supplements.js';
export { isToldBeforehand, isUnitToldBeforehand } from './pricing/told-beforehand.js';
export { type TariffLine, tariffTable } from './pricing/tariff-lines.js';
export { RUNS_ON, type RunsOn, serviceDates, serviceDays } from './service-days.js';
