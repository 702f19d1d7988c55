import {
  type ChargeEvent,
  type CompiledTariff,
  type Happened,
  type Priced,
  priceOf,
  type PricingContext,
  type Quote,
} from '../../reglement/rules/index.js';

/** What was told to the parent when the reservation was validated, on that date (YYYY-MM-DD). */
export interface StoredPromise {
  readonly prices: Quote;
  readonly on: string;
}

/** The tariff in force on the day of the session, and what is known of the payer and the child on that day. */
export interface InForce {
  readonly tariff: CompiledTariff;
  readonly context: PricingContext;
}

/** What a charge is priced by; `promisedOn` where it was promised. */
export interface ChargeQuote {
  readonly quote: Quote;
  readonly promisedOn?: string;
}

/**
 * A promise wins for what was booked; who came without a booking pays the tariff in force on that day, whatever an
 * earlier, cancelled reservation promised. Null when neither can tell the price.
 */
export function quoteOfCharge(
  event: ChargeEvent,
  promise: StoredPromise | null,
  inForce: InForce | null,
): ChargeQuote | null {
  if (promise !== null && event !== 'UNPLANNED') return { quote: promise.prices, promisedOn: promise.on };
  return inForce && { quote: inForce.tariff.quote(inForce.context) };
}

/** The price of what happened under it, with its reasons. */
export function priceCharge({ quote, promisedOn }: ChargeQuote, happened: Happened): Priced {
  return priceOf(quote, promisedOn === undefined ? happened : { ...happened, promisedOn });
}
