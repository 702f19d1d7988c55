import {
  type ChargeEvent,
  type Priced,
  type PricingContext,
  type PromisedPrices,
  type Tariff,
  priceFromPromise,
  priceOf,
} from '../../prestations/index.js';

/** What was told to the parent when the reservation was validated, on that date (YYYY-MM-DD). */
export interface StoredPromise {
  readonly prices: PromisedPrices;
  readonly on: string;
}

/** The tariff in force on the day of the session, and the payer's quotient on that day. */
export interface InForce extends PricingContext {
  readonly tariff: Tariff;
}

/**
 * A promise wins for what was booked; who came without a booking pays the tariff in force on that day, whatever an
 * earlier, cancelled reservation promised.
 */
export function priceCharge(event: ChargeEvent, promise: StoredPromise | null, inForce: InForce): Priced {
  return promise !== null && event !== 'UNPLANNED'
    ? priceFromPromise(promise.prices, event, promise.on)
    : priceOf(inForce.tariff, inForce, event);
}
