import { euros, NBSP } from '../../../kernel/french.js';
import type { Surcharge } from '../policy/booking-policy.js';
import { counterInFrench } from './markup.js';
import { counterOf, hasOwnPrice, priceOf } from './price-of.js';
import { perPeriod } from './price-words.js';
import type { Quote } from './quote.js';
import { stayInFrench } from './slice-words.js';
import { supplementsCents } from './supplements.js';

/** What is known of a day when its price is told. */
export interface ToldDay {
  /** What the booking policy adds, where the booking is late. */
  readonly lateBooking?: Surcharge | undefined;
  /** Labels of those that are chosen. */
  readonly supplements?: readonly string[] | undefined;
}

/**
 * What a parent is told that a day costs, where one amount does not say it: « 45,00 € par mois », whatever the days;
 * « 1,20 € par demi-heure commencée »; « à partir de 1,20 €, selon la durée ». Supplements are part of one amount, and
 * told beside the others: « 45,00 € par mois, plus 0,60 € de supplément ce jour-là ».
 */
export function quoteInFrench(quote: Quote, { lateBooking, supplements = [] }: ToldDay = {}): string {
  const { forfait, stay } = quote.rules ?? {};
  const told = (more: { rankInPeriod?: number; supplements?: readonly string[] } = {}) =>
    euros(priceOf(quote, { event: 'UNIT', ...more, lateBooking }).cents);
  if (forfait === undefined && stay === undefined) return told({ supplements });
  const extra = supplementsCents(quote, supplements);
  const beside = extra === 0 ? '' : `, plus ${euros(extra)} de supplément ce jour-là`;
  if (forfait !== undefined) return `${told({ rankInPeriod: 1 })} ${perPeriod(forfait)}${beside}`;
  return stay!.sliceMinutes === undefined
    ? `à partir de${NBSP}${told()}, selon la durée${beside}`
    : `${stayInFrench(quote, { event: 'UNIT', lateBooking })}${beside}`;
}

/**
 * What it costs to come without a booking, where that is another price; else null. « 5,60 € », « 1,50 € par
 * demi-heure commencée », « 5,60 €, à partir de la 3ᵉ fois du mois ».
 */
export function unplannedInFrench(quote: Quote): string | null {
  if (!hasOwnPrice(quote, 'UNPLANNED')) return null;
  const counter = counterOf(quote, 'UNPLANNED');
  const count = counter?.from ?? 1;
  const counted = { countThisMonth: count, countThisSchoolYear: count, countThisInvoice: count };
  const come = { event: 'UNPLANNED' as const, rankInPeriod: 2, ...counted };
  const { stay } = quote.rules ?? {};
  const one = () => euros(priceOf(quote, come).cents);
  const price =
    stay === undefined
      ? one()
      : stay.sliceMinutes === undefined
        ? `à partir de${NBSP}${one()}, selon la durée`
        : stayInFrench(quote, come);
  if (counter !== null) return `${price}, ${counterInFrench(counter)}`;
  return price === quoteInFrench(quote) ? null : price;
}
