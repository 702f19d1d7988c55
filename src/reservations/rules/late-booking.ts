import { Temporal, spanHolds, type DateSpan } from '../../kernel/civil-time.js';
import { schoolYearOf, schoolYearSpan } from '../../calendar/index.js';
import type { Cents } from '../../kernel/money.js';
import { type Counter, priceOf, type Quote, quoteInFrench, type SurchargeEffect } from '../../reglement/index.js';

/** The terms on which a booking was accepted after its deadline, kept with the reservation. */
export interface LateBooking {
  readonly effect: SurchargeEffect;
  /** Whether it costs more; false for a time that the policy's counter leaves at the ordinary price. */
  readonly applies: boolean;
}

/** A booking that a family made after a deadline. */
export interface LateEvent {
  readonly childId: number;
  readonly date: Temporal.PlainDate;
}

/**
 * How many late bookings of the child, or of the family, fall in the period of a day of service. An invoice covers a
 * month.
 */
export function lateSoFar(events: readonly LateEvent[], { childId, date }: LateEvent, counter: Counter): number {
  const period = periodOf(counter, date);
  return events.filter(
    (event) => spanHolds(period, event.date) && (counter.per === 'FAMILY' || event.childId === childId),
  ).length;
}

function periodOf({ period }: Counter, date: Temporal.PlainDate): DateSpan {
  if (period === 'SCHOOL_YEAR') return schoolYearSpan(schoolYearOf(date));
  const month = date.toPlainYearMonth();
  return { from: date.with({ day: 1 }), to: date.with({ day: month.daysInMonth }) };
}

/** The unit price that a parent is told, with what being late adds, where it does; null while there is no quote. */
export function toldPrice(quote: Quote, late: LateBooking | null): Cents;
export function toldPrice(quote: Quote | null, late: LateBooking | null): Cents | null;
export function toldPrice(quote: Quote | null, late: LateBooking | null): Cents | null {
  if (quote === null) return null;
  if (!late?.applies) return quote.unitCents;
  // One more day, as all told prices are: a forfait is carried by another.
  return priceOf(quote, { event: 'UNIT', rankInPeriod: 2, lateBooking: late.effect }).cents;
}

/** The same as a parent reads it: « 3,50 € », « 45,00 € par mois », « 1,20 € par demi-heure commencée ». */
export function toldWords(quote: Quote | null, late: LateBooking | null): string | null {
  return quote && quoteInFrench(quote, late?.applies ? late.effect : undefined);
}
