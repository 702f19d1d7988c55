export { type ChargeEvent, type Prices, CHARGE_EVENTS, priceFor, priceLabel } from './rules/prices.js';
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
} from './rules/tariff.js';
export { type Explanation, type ExplanationStep, explanationInFrench, recheck } from './rules/explanation.js';
