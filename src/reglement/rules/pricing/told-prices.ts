import { rounded } from './exact.js';
import { hasOwnPrice, isInForfait, stepsOf } from './price-of.js';
import type { ChargeEvent, Prices } from './prices.js';
import type { Quote, QuoteRules } from './quote.js';
import { amountOf } from './running-amount.js';
import type { Explanation } from './steps.js';

/**
 * The three prices that a kept quote promises, computed again from its steps and rules alone. Throws RangeError when a
 * step is missing or contradicts another.
 */
export function recheckQuote({ basis, rules = {} }: Pick<Quote, 'basis' | 'rules'>): Prices {
  return told(basis, rules);
}

/** The three prices of a day, as far as they are known beforehand: the shortest stay, a forfait already due. */
export function told(basis: Explanation, rules: QuoteRules): Prices {
  const quote: Quote = { unitCents: 0, unplannedCents: 0, unjustifiedAbsenceCents: 0, rowLabel: '', basis, rules };
  const price = (event: ChargeEvent) => rounded(amountOf(stepsOf(quote, rules, leastOf(quote, event)), event));
  const unitCents = price('UNIT');
  // What has no price of its own is the unit price.
  const otherwise = (event: ChargeEvent) => (hasOwnPrice(quote, event) ? price(event) : unitCents);
  return {
    unitCents,
    unplannedCents: otherwise('UNPLANNED'),
    unjustifiedAbsenceCents: otherwise('UNJUSTIFIED_ABSENCE'),
  };
}

function leastOf(quote: Quote, event: ChargeEvent) {
  const hour = quote.rules?.stay?.from ?? quote.rules?.stay?.until ?? '00:00';
  return { event, arrival: hour, departure: hour, rankInPeriod: isInForfait(quote, event) ? 2 : 1 };
}
