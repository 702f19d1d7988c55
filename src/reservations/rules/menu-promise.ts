import { isOwnMealPriced } from '../../reglement/rules/index.js';
import type { Promised } from './late-booking.js';

/**
 * What is promised for a reserved day with another menu: what was, unless it changes who brings the meal and the tariff
 * prices that. Then it is the price of now, as for a day that is exchanged; null where no tariff tells it.
 */
export function promiseWithMenu(kept: Promised, now: Promised | null): Promised {
  return now === null || isOwnMealPriced(kept.prices) === isOwnMealPriced(now.prices) ? kept : now;
}
