import type { Cents } from '../../../kernel/money.js';
import { isOf } from './audience.js';
import { decimal, type Exact, exactly, isLess, NOTHING, plus, rounded, shifted, times } from './exact.js';
import { counted, marked, reduced } from './markup.js';
import { type ChargeEvent, priceGiven } from './prices.js';
import { type Paid, splitOf } from './split.js';
import { begun, minutes, minutesOf } from './stay.js';
import { type Explanation, type ExplanationStep, stepOf, type StepNamed } from './steps.js';

/** A step with the exact amount before and after it; null until a step has given one. */
export interface Traced {
  readonly step: ExplanationStep;
  readonly before: Exact | null;
  readonly after: Exact | null;
}

/** What happened, as the end of an explanation says. Throws RangeError when nothing tells. */
export function eventOf(explanation: Explanation): ChargeEvent {
  const end = stepOf(explanation, 'TOTAL') ?? stepOf(explanation, 'PRICE');
  if (!end) throw new RangeError('an explanation needs a total');
  return end.event;
}

/**
 * Follows the amount through the steps of a price, from these steps alone. Throws RangeError where one contradicts
 * another: a quotient outside its row, a child outside its audience, slices that the hours do not make, an amount that
 * is not what precedes it.
 */
export function* followed(explanation: Explanation, event: ChargeEvent): Generator<Traced> {
  let quotient: number | null | undefined;
  let amount: Exact | null = null;
  for (const step of explanation) {
    if (step.step === 'QUOTIENT') quotient = step.quotient;
    const after: Exact | null = amountAfter(step, amount, { event, quotient });
    if (step.step === 'SPLIT') checkParts(step, rounded(known(amount)), paidFor(explanation, event));
    yield { step, before: amount, after };
    amount = after;
  }
}

/** The amount that the steps of a price lead to. */
export function amountOf(explanation: Explanation, event: ChargeEvent): Exact {
  const soFar: { event: ChargeEvent; quotient: number | null | undefined } = { event, quotient: undefined };
  let amount: Exact | null = null;
  for (const step of explanation) {
    if (step.step === 'QUOTIENT') soFar.quotient = step.quotient;
    else amount = amountAfter(step, amount, soFar);
  }
  return known(amount);
}

/** Asked beside the service, and no part of it. */
const BESIDE: ReadonlySet<ExplanationStep['step']> = new Set(['EVENT', 'LATE_PICKUP', 'SUPPLEMENT', 'LATE_BOOKING']);

/** What the total of these steps pays for, when the child was there. */
export function paidFor(explanation: Explanation, event: ChargeEvent): Paid {
  const end = explanation.findIndex(({ step }) => BESIDE.has(step) || step === 'SPLIT');
  const service = rounded(amountOf(end === -1 ? explanation : explanation.slice(0, end), event));
  const total = stepOf(explanation, 'TOTAL')?.cents ?? service;
  const ownMeal = stepOf(explanation, 'PAI') !== undefined;
  return { serviceCents: Math.min(service, total), ownMeal };
}

interface SoFar {
  readonly event: ChargeEvent;
  /** In hundredths; undefined while no step has told it. */
  readonly quotient: number | null | undefined;
}

function amountAfter(step: ExplanationStep, amount: Exact | null, { event, quotient }: SoFar): Exact | null {
  switch (step.step) {
    case 'VERSIONS':
    case 'QUOTIENT':
    case 'PROMISED':
      return amount;
    case 'AUDIENCE':
      if (!isOf({ when: step.when, facts: step.is })) throw new RangeError('the child is not of that audience');
      return amount;
    case 'ROW':
      return rowAmount(step, { event, quotient });
    case 'FLAT':
    case 'DAYS_PER_WEEK':
      return exactly(step.cents);
    case 'EFFORT_RATE':
      return effortAmount(step, quotient);
    case 'SLICES':
      if (step.slices !== begun(minutesOf(step), step.sliceMinutes))
        throw new RangeError(`${minutesOf(step)} minutes are not ${step.slices} slices of ${step.sliceMinutes}`);
      return times(known(amount), exactly(step.slices));
    case 'STAY':
      if (!step.longest && minutesOf(step) > step.uptoMinutes)
        throw new RangeError(`${minutesOf(step)} minutes are more than ${step.uptoMinutes}`);
      return exactly(step.cents);
    case 'PAI':
    case 'NON_RESIDENT':
    case 'LATE_BOOKING':
      return marked(known(amount), step.markup, step.costPriceCents);
    case 'SIBLINGS':
      return reduced(known(amount), step.price);
    case 'FORFAIT':
      return step.rank === 1 ? known(amount) : NOTHING;
    case 'EVENT':
      return eventAmount(step, known(amount), event);
    case 'LATE_PICKUP':
      return plus(known(amount), latePickupAmount(step));
    case 'SUPPLEMENT':
      return plus(known(amount), exactly(step.cents));
    case 'PRICE':
    case 'TOTAL':
      return exactly(sameAs(step.cents, rounded(known(amount))));
    case 'SPLIT':
      return known(amount);
  }
}

/** Whether a quotient in hundredths lies in [min, max); a null max is an open end. */
export function rowHolds(row: { quotientMin: number; quotientMax: number | null }, quotient: number): boolean {
  return row.quotientMin <= quotient && (row.quotientMax === null || quotient < row.quotientMax);
}

/** The quotient that a rate is applied to: a very low or very high one counts as the bound. */
export function heldQuotient(rule: { quotientMin?: number; quotientMax?: number }, quotient: number): number {
  return Math.min(Math.max(quotient, rule.quotientMin ?? 0), rule.quotientMax ?? Number.MAX_SAFE_INTEGER);
}

/** rate × quotient, before the floor and the ceiling: exact, in cents. */
export function effortOf(ratePct: string, quotient: number): Exact {
  return shifted(times(exactly(quotient), decimal(ratePct)), 2);
}

function rowAmount(row: StepNamed<'ROW'>, { event, quotient }: SoFar): Exact {
  if (quotient === undefined) throw new RangeError(`the row « ${row.label} » needs a quotient`);
  if (quotient !== null && !rowHolds(row, quotient))
    throw new RangeError(`the quotient ${quotient} is outside the row « ${row.label} »`);
  return exactly(priceGiven(event, row.prices) ?? row.prices.unitCents);
}

function effortAmount(rule: StepNamed<'EFFORT_RATE'>, quotient: number | null | undefined): Exact {
  if (quotient === undefined) throw new RangeError('a rate needs a quotient');
  const [floor, ceiling] = [exactly(rule.minCents), exactly(rule.maxCents)];
  if (quotient === null) return ceiling;
  const amount = effortOf(rule.ratePct, heldQuotient(rule, quotient));
  if (isLess(amount, floor)) return floor;
  return isLess(ceiling, amount) ? ceiling : amount;
}

function eventAmount(step: StepNamed<'EVENT'>, amount: Exact, event: ChargeEvent): Exact {
  if (step.event !== event) throw new RangeError(`the price of ${step.event} is not that of ${event}`);
  const holds = step.counter === undefined || counted(step.counter, step.count ?? 1);
  return holds ? marked(amount, step.markup, step.costPriceCents) : amount;
}

function latePickupAmount({ after, departure, sliceMinutes, slices, cents }: StepNamed<'LATE_PICKUP'>): Exact {
  const late = minutes(departure) - minutes(after);
  if (late <= 0 || slices !== begun(late, sliceMinutes))
    throw new RangeError(`${late} minutes late are not ${slices} slices of ${sliceMinutes}`);
  return times(exactly(cents), exactly(slices));
}

/** What older explanations do not tell, they split whole. Nothing is care on a day of absence, whatever it cost. */
function checkParts(step: StepNamed<'SPLIT'>, total: Cents, paid: Paid): void {
  const { serviceCents } = step;
  if (serviceCents !== undefined && serviceCents !== 0) sameAs(serviceCents, paid.serviceCents);
  const told = serviceCents === undefined ? { serviceCents: total, ownMeal: false } : { ...paid, serviceCents };
  const { mealCents, careCents } = splitOf(total, step.rule, told);
  sameAs(step.mealCents, mealCents);
  sameAs(step.careCents, careCents);
}

function sameAs(said: Cents, computed: Cents): Cents {
  if (said !== computed) throw new RangeError(`the steps give ${computed} cents, the explanation says ${said}`);
  return computed;
}

function known(amount: Exact | null): Exact {
  if (amount === null) throw new RangeError('no step gives a first amount');
  return amount;
}
