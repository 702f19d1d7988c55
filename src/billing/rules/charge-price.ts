import type { ChargeEvent, CompiledTariff, Priced, PricingContext, Quote } from '../../reglement/index.js';
import { priceOf } from '../../reglement/index.js';

/** What was told to the parent when the reservation was validated, on that date (YYYY-MM-DD). */
export interface StoredPromise {
  readonly prices: Quote;
  readonly on: string;
}

/** The tariff in force on the day of the session, and the payer's quotient on that day. */
export interface InForce extends PricingContext {
  readonly tariff: CompiledTariff;
}

/**
 * A promise wins for what was booked; who came without a booking pays the tariff in force on that day, whatever an
 * earlier, cancelled reservation promised. Throws RangeError when neither can tell the price.
 */
export function priceCharge(event: ChargeEvent, promise: StoredPromise | null, inForce: InForce | null): Priced {
  if (promise !== null && event !== 'UNPLANNED') return priceOf(promise.prices, { event, promisedOn: promise.on });
  if (inForce === null) throw new RangeError('no tariff is in force on that day');
  return priceOf(inForce.tariff.quote(inForce), { event });
}
