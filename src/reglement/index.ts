export { ApiDeadlines, DeadlineField } from './api/deadline.dto.js';
export { ReglementModule } from './reglement.module.js';
export { lateDeadlineWarning } from './rules/deadlines/late-deadline.js';
export {
  closesAt,
  type Deadline,
  type DeadlineContext,
  type DeadlineOperation,
  deadlineSentence,
  isOpen,
  parseDeadline,
} from './rules/deadlines/deadline.js';
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
export { RUNS_ON, type RunsOn, serviceDays } from './rules/service-days.js';
export { reglementProblems } from './problems.js';
