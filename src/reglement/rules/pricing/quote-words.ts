import { euros, NBSP } from '../../../kernel/french.js';
import type { Surcharge } from '../policy/booking-policy.js';
import { priceOf } from './price-of.js';
import { perPeriod } from './price-words.js';
import type { Quote } from './quote.js';
import { sliceInFrench } from './tariff-words.js';

/**
 * What a parent is told that a day costs, where one amount does not say it: « 45,00 € par mois », whatever the days;
 * « 1,20 € par demi-heure commencée »; « à partir de 1,20 €, selon la durée ».
 */
export function quoteInFrench(quote: Quote, lateBooking?: Surcharge): string {
  const { forfait, stay } = quote.rules ?? {};
  const told = (rankInPeriod?: number) =>
    euros(
      priceOf(quote, { event: 'UNIT', ...(rankInPeriod && { rankInPeriod }), ...(lateBooking && { lateBooking }) })
        .cents,
    );
  if (forfait !== undefined) return `${told(1)} ${perPeriod(forfait)}`;
  if (stay === undefined) return told();
  const each = told();
  return stay.sliceMinutes === undefined
    ? `à partir de${NBSP}${each}, selon la durée`
    : `${each} ${sliceInFrench(stay)}`;
}
