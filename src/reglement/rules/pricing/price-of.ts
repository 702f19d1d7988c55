import type { Cents } from '../../../kernel/money.js';
import type { Counter } from '../counter.js';
import type { Surcharge } from '../policy/booking-policy.js';
import { rounded } from './exact.js';
import { type ChargeEvent, priceFor, priceGiven } from './prices.js';
import type { Quote, QuoteRules } from './quote.js';
import { amountOf, paidFor } from './running-amount.js';
import { splitOf } from './split.js';
import { begun, type Hours, minutes, stayOf } from './stay.js';
import { type Explanation, type ExplanationStep, type SlicesStep, stepOf } from './steps.js';
import { supplementNamed } from './supplements.js';
import type { CountedMarkup, Markup } from './tariff.js';

/** What happened, as far as a price depends on it. What a tariff does not ask for is not looked at. */
export interface Happened extends Hours {
  readonly event: ChargeEvent;
  /** A child who did not come is charged at the unit price (a day of carence): the shortest stay is due. */
  readonly absent?: boolean | undefined;
  /** Rank of this event among those of its kind: 1 for the first of the period, and unless told. */
  readonly countThisMonth?: number | undefined;
  readonly countThisSchoolYear?: number | undefined;
  readonly countThisInvoice?: number | undefined;
  /** Rank of this use in the period of a forfait, 1 unless told; and that period, both days included. */
  readonly rankInPeriod?: number | undefined;
  readonly period?: { readonly from: string; readonly to: string } | null | undefined;
  /** Labels of the supplements that were chosen. */
  readonly supplements?: readonly string[] | undefined;
  /** What the booking policy adds to a booking made late. */
  readonly lateBooking?: Surcharge | undefined;
  /** Day (YYYY-MM-DD) of the promise, which tells the reader that it was one. */
  readonly promisedOn?: string | undefined;
}

export interface Priced {
  readonly cents: Cents;
  readonly explanation: Explanation;
  /** Their sum is `cents`; only where the tariff tells the meal from the care. */
  readonly mealCents?: Cents;
  readonly careCents?: Cents;
}

const NO_RULES: QuoteRules = {};

/**
 * The price of what happened under a quote, with its reasons. Throws RangeError on a supplement that the tariff does
 * not have.
 */
export function priceOf(quote: Quote, happened: Happened): Priced {
  const rules = quote.rules ?? NO_RULES;
  if (isTold(rules, happened)) return atToldPrice(quote, rules, happened);
  const steps = wholeSlices(quote, rules, happened) ?? worked(stepsOf(quote, rules, happened), happened.event);
  return closed(steps, rules, happened);
}

function atToldPrice(quote: Quote, rules: QuoteRules, happened: Happened): Priced {
  const { event } = happened;
  const { adjustments } = rules;
  const cents = priceFor(event, quote);
  const change = eventStep(quote, rules, happened);
  const oneMoreAtMost = adjustments === undefined || (adjustments.length === 1 && change === undefined);
  if (oneMoreAtMost && isUnsaid(rules, happened)) return briefly(quote, adjustments?.[0] ?? change, event, cents);
  const steps = adjustments ? [...quote.basis, ...adjustments] : [...quote.basis];
  if (change !== undefined) steps.push(change);
  return closed({ steps, cents }, rules, happened);
}

/** Nothing is told after the price but its total. */
function isUnsaid(rules: QuoteRules, happened: Happened): boolean {
  return rules.split === undefined && happened.promisedOn === undefined;
}

/** What is asked most: the steps of a basis, one more or none, and the total. Lists that do not grow are made fastest. */
function briefly({ basis }: Quote, more: ExplanationStep | undefined, event: ChargeEvent, cents: Cents): Priced {
  const total: ExplanationStep = { step: 'TOTAL', event, cents };
  const [first, second] = basis as [ExplanationStep, ExplanationStep];
  if (basis.length === 1) return { cents, explanation: more ? [first, more, total] : [first, total] };
  if (basis.length === 2) return { cents, explanation: more ? [first, second, more, total] : [first, second, total] };
  return { cents, explanation: more ? [...basis, more, total] : [...basis, total] };
}

interface Steps {
  readonly steps: ExplanationStep[];
  readonly cents: Cents;
}

/** With what is told after the price: when it was promised, its total, its two parts. */
function closed({ steps, cents }: Steps, { split, forfait }: QuoteRules, happened: Happened): Priced {
  const { event, promisedOn } = happened;
  if (promisedOn !== undefined) steps.push({ step: 'PROMISED', on: promisedOn });
  steps.push({ step: 'TOTAL', event, cents });
  if (split === undefined) return { cents, explanation: steps };
  const paid = paidFor(steps, event);
  // A forfait is due whatever the days; else who pays for an absence pays for no care.
  const serviceCents = isAbsent(happened) && forfait === undefined ? 0 : paid.serviceCents;
  const parts = splitOf(cents, split, { ...paid, serviceCents });
  steps.push({ step: 'SPLIT', rule: split, serviceCents, ...parts });
  return { cents, explanation: steps, ...parts };
}

function worked(steps: ExplanationStep[], event: ChargeEvent): Steps {
  return { steps, cents: rounded(amountOf(steps, event)) };
}

/** So many times the price of one slice, where that is whole cents and nothing else changes it: most evenings. */
function wholeSlices(quote: Quote, rules: QuoteRules, happened: Happened) {
  const { stay, adjustments } = rules;
  if (stay?.sliceMinutes === undefined || adjustments !== undefined) return null;
  if (!isPlain(rules, happened) || markupOf(rules, happened.event) !== undefined) return null;
  if (stepOf(quote.basis, 'EFFORT_RATE') !== undefined) return null;
  const step = stayOf(stay, isAbsent(happened) ? null : happened, undefined) as SlicesStep;
  return { steps: [...quote.basis, step], cents: priceFor(happened.event, quote) * step.slices };
}

/** Whether a use of that kind counts in the forfait; one that has a price of its own is charged apart. */
export function isInForfait(quote: Quote, event: ChargeEvent): boolean {
  return quote.rules?.forfait !== undefined && !hasOwnPrice(quote, event);
}

/** Whether an event is priced otherwise than by the unit price: by its row, or by a markup. */
export function hasOwnPrice(quote: Quote, event: ChargeEvent): boolean {
  return isGiven(quote, event) || markupOf(quote.rules ?? NO_RULES, event) !== undefined;
}

/** The counter that the price of an event depends on; null when it does not. */
export function counterOf(quote: Quote, event: ChargeEvent): Counter | null {
  return (quote.rules && markupOf(quote.rules, event)?.counter) ?? null;
}

/** Whether the hours of the child make the price. */
export function dependsOnHours(quote: Quote): boolean {
  return quote.rules?.stay !== undefined || quote.rules?.latePickup !== undefined;
}

/** All the steps of what happened, without its total. */
export function stepsOf(quote: Quote, rules: QuoteRules, happened: Happened): ExplanationStep[] {
  const { event } = happened;
  const steps: ExplanationStep[] = [...quote.basis];
  if (rules.stay) steps.push(stayOf(rules.stay, isAbsent(happened) ? null : happened, rules.latePickup));
  if (rules.adjustments) steps.push(...rules.adjustments);
  if (rules.forfait !== undefined && !isGiven(quote, event))
    steps.push({
      step: 'FORFAIT',
      per: rules.forfait,
      from: happened.period?.from ?? null,
      to: happened.period?.to ?? null,
      rank: isInForfait(quote, event) ? (happened.rankInPeriod ?? 1) : 0,
    });
  const change = eventStep(quote, rules, happened);
  if (change !== undefined) steps.push(change);
  pushLatePickup(steps, rules, happened);
  for (const label of happened.supplements ?? [])
    steps.push({ step: 'SUPPLEMENT', ...supplementNamed(rules.supplements ?? [], label) });
  if (happened.lateBooking) {
    const markup = markupFrom(happened.lateBooking);
    steps.push({ step: 'LATE_BOOKING', markup, ...costOf(markup, rules) });
  }
  return steps;
}

/** Whether the price is one of the three that were told, whatever else happened. */
function isTold(rules: QuoteRules, happened: Happened): boolean {
  return rules.stay === undefined && isPlain(rules, happened);
}

/** Whether nothing but the event and the hours of a stay makes the price. */
function isPlain(rules: QuoteRules, happened: Happened): boolean {
  return (
    rules.forfait === undefined &&
    rules.latePickup === undefined &&
    happened.lateBooking === undefined &&
    (happened.supplements === undefined || happened.supplements.length === 0) &&
    markupOf(rules, happened.event)?.counter === undefined
  );
}

/** How the price of an event is derived; undefined where it is not. */
function eventStep(quote: Quote, rules: QuoteRules, happened: Happened): ExplanationStep | undefined {
  const { event } = happened;
  const counted = markupOf(rules, event);
  if (counted === undefined || isGiven(quote, event)) return undefined;
  if (counted.counter === undefined) return { step: 'EVENT', event, markup: counted, ...costOf(counted, rules) };
  const { counter, ...markup } = counted;
  return { step: 'EVENT', event, markup, ...costOf(markup, rules), counter, count: countOf(counter, happened) };
}

function pushLatePickup(steps: ExplanationStep[], { latePickup }: QuoteRules, happened: Happened): void {
  const { departure } = happened;
  if (latePickup === undefined || departure == null || isAbsent(happened)) return;
  const late = minutes(departure) - minutes(latePickup.after);
  if (late <= 0) return;
  steps.push({ step: 'LATE_PICKUP', ...latePickup, departure, slices: begun(late, latePickup.sliceMinutes) });
}

function isAbsent({ event, absent = false }: Happened): boolean {
  return absent || event === 'UNJUSTIFIED_ABSENCE';
}

function isGiven({ basis }: Quote, event: ChargeEvent): boolean {
  if (event === 'UNIT') return false;
  const row = stepOf(basis, 'ROW');
  return row !== undefined && priceGiven(event, row.prices) !== undefined;
}

function markupOf(rules: QuoteRules, event: ChargeEvent): CountedMarkup | undefined {
  if (event === 'UNIT') return undefined;
  return event === 'UNPLANNED' ? rules.unplanned : rules.unjustifiedAbsence;
}

function countOf({ period }: Counter, happened: Happened): number {
  switch (period) {
    case 'MONTH':
      return happened.countThisMonth ?? 1;
    case 'SCHOOL_YEAR':
      return happened.countThisSchoolYear ?? 1;
    case 'INVOICE':
      return happened.countThisInvoice ?? 1;
  }
}

function costOf(markup: Markup, { costPriceCents }: QuoteRules): { readonly costPriceCents?: Cents } {
  return 'costPrice' in markup && costPriceCents !== undefined ? { costPriceCents } : {};
}

/** Policies write their percentages as numbers; a price is worked out from their decimal writing. */
function markupFrom(surcharge: Surcharge): Markup {
  if ('pct' in surcharge) return { pct: String(surcharge.pct) };
  if ('multiplier' in surcharge) return { multiplier: String(surcharge.multiplier) };
  if ('abs' in surcharge) return { abs: surcharge.abs };
  return 'fixedPrice' in surcharge ? { fixedPrice: surcharge.fixedPrice } : { costPrice: true };
}
