import { spanHolds, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import {
  countedPeriod,
  type Counter,
  type Effect,
  priceOf,
  type Quote,
  quoteInFrench,
  supplementsCents,
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

/** What a parent is told of a day and promised when it is booked. */
export interface Promised {
  readonly prices: Quote;
  /** Labels of the supplements that are chosen; the tariff has them all. */
  readonly supplements: readonly string[];
}

/** The unit price that a parent is told, with what being late adds, where it does; null while there is no quote. */
export function toldPrice(promised: Promised, late: LateBooking | null): Cents;
export function toldPrice(promised: Promised | null, late: LateBooking | null): Cents | null;
export function toldPrice(promised: Promised | null, late: LateBooking | null): Cents | null {
  if (promised === null) return null;
  const { prices, supplements } = promised;
  if (!late?.applies) return prices.unitCents + supplementsCents(prices, supplements);
  // One more day, as all told prices are: a forfait is carried by another.
  return priceOf(prices, { event: 'UNIT', rankInPeriod: 2, supplements, lateBooking: late.effect }).cents;
}

/** The same as a parent reads it: « 3,50 € », « 45,00 € par mois », « 1,20 € par demi-heure commencée ». */
export function toldWords(promised: Promised, late: LateBooking | null): string;
export function toldWords(promised: Promised | null, late: LateBooking | null): string | null;
export function toldWords(promised: Promised | null, late: LateBooking | null): string | null {
  if (promised === null) return null;
  const { prices, supplements } = promised;
  return quoteInFrench(prices, { supplements, lateBooking: late?.applies ? late.effect : undefined });
}
