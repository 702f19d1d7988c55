import { spanHolds, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import {
  countedPeriod,
  type Counter,
  type Effect,
  priceOf,
  type Quote,
  quoteInFrench,
  type SurchargeEffect,
} from '../../reglement/rules/index.js';

/**
 * The terms on which a booking was accepted after its deadline, kept with the reservation. It costs more where they
 * apply; else the policy's counter lets this time pass at the ordinary price.
 */
export type LateBooking =
  { readonly applies: true; readonly effect: SurchargeEffect } | { readonly applies: false; readonly effect: Effect };

/** What a family did after a deadline: a day that it booked or took in exchange, or one that it gave up. */
export interface LateEvent {
  readonly childId: number;
  readonly date: Temporal.PlainDate;
}

/** How many of these events of the child, or of the family, fall in the period of a day of service. */
export function lateSoFar(events: readonly LateEvent[], { childId, date }: LateEvent, counter: Counter): number {
  const period = countedPeriod(counter, date);
  return events.filter(
    (event) => spanHolds(period, event.date) && (counter.per === 'FAMILY' || event.childId === childId),
  ).length;
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
