import { Temporal } from '../../../kernel/civil-time.js';
import { NBSP, counted, enumeration, euros, hour, hundredths, plainDate, typeset } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { audienceInFrench } from './audience.js';
import { type Exact, isLess, isWhole, minus, NOTHING, rounded } from './exact.js';
import { exactEuros, forfaitInFrench } from './price-words.js';
import { childOfRank, counted as holds, french, markupInFrench, ordinal, siblingPriceInFrench } from './markup.js';
import { eventLabel, priceGiven, priceLabel } from './prices.js';
import { effortOf, eventOf, followed, heldQuotient, type Traced } from './running-amount.js';
import { hasMeal } from './split.js';
import { minutesOf } from './stay.js';
import { lengthInFrench } from './tariff-words.js';
import { type Explanation, type SlicesStep, type Stay, type StayStep, stepOf, type StepNamed } from './steps.js';

/** One French line per step, in the order of the reasoning, for an invoice line or an agent. */
export function explanationInFrench(explanation: Explanation): string[] {
  const lines: string[] = [];
  const quotient = stepOf(explanation, 'QUOTIENT') ?? null;
  for (const traced of followed(explanation, eventOf(explanation))) {
    const line = lineOf(traced, quotient, explanation);
    if (line !== null) lines.push(typeset(line));
  }
  return lines;
}

/**
 * Computes the amount again from the steps alone. Throws RangeError when a step is missing or contradicts another:
 * a quotient outside the row, slices that the hours do not make, or an amount that is not what the steps give.
 */
export function recheck(explanation: Explanation): Cents {
  let amount: Exact | null = null;
  for (const { after } of followed(explanation, eventOf(explanation))) amount = after;
  return rounded(amount!);
}

/** « de 600 à moins de 800 », « 1 900 ou plus »: the quotients of a row, as a parent says them. */
export function boundsInFrench({
  quotientMin,
  quotientMax,
}: {
  quotientMin: number;
  quotientMax: number | null;
}): string {
  if (quotientMax === null)
    return quotientMin === 0 ? 'quel que soit le quotient' : `${hundredths(quotientMin)} ou plus`;
  if (quotientMin === 0) return `moins de ${hundredths(quotientMax)}`;
  return `de ${hundredths(quotientMin)} à moins de ${hundredths(quotientMax)}`;
}

type QuotientStep = StepNamed<'QUOTIENT'> | null;

function lineOf({ step, before, after }: Traced, quotient: QuotientStep, all: Explanation): string | null {
  switch (step.step) {
    case 'VERSIONS':
      return versionsInFrench(step);
    case 'AUDIENCE':
      return `grille : ${audienceInFrench(step.when)}`;
    case 'QUOTIENT':
      return null; // told together with what it leads to
    case 'ROW':
      return rowInFrench(step, quotient, eventOf(all));
    case 'FLAT':
      return `tarif unique : ${euros(step.cents)}`;
    case 'EFFORT_RATE':
      return effortInFrench(step, quotient, after!);
    case 'DAYS_PER_WEEK':
      return `${step.days === null ? 'nombre de jours par semaine inconnu, forfait le plus élevé' : counted(step.days, 'jour par semaine', 'jours par semaine')} : ${euros(step.cents)}`;
    case 'SLICES':
      return `${stayInFrench(step)} : ${slicesInFrench(step.slices, step.sliceMinutes)} × ${exactEuros(before!)} = ${exactEuros(after!)}`;
    case 'STAY':
      return `${stayInFrench(step)} : ${step.longest ? 'durée la plus longue' : `jusqu’à ${lengthInFrench(step.uptoMinutes)}`}, ${euros(step.cents)}`;
    case 'PAI':
      return changed('repas fourni par la famille', markupInFrench(step.markup, step.costPriceCents), before!, after!);
    case 'NON_RESIDENT':
      return changed('hors commune', markupInFrench(step.markup, step.costPriceCents), before!, after!);
    case 'SIBLINGS':
      return changed(childOfRank(step.rank), siblingPriceInFrench(step.price), before!, after!);
    case 'FORFAIT':
      if (step.rank === 0) return `hors ${forfaitInFrench(step)}`;
      return step.rank === 1
        ? `${forfaitInFrench(step)} : ${exactEuros(after!)}`
        : `compris dans le ${forfaitInFrench(step)}`;
    case 'EVENT':
      return eventInFrench(step, before!, after!);
    case 'LATE_PICKUP':
      return `départ à ${hourInFrench(step.departure)}, après ${hourInFrench(step.after)} : ${slicesInFrench(step.slices, step.sliceMinutes)} × ${euros(step.cents)} = +${exactEuros(minus(after!, before!))}`;
    case 'SUPPLEMENT':
      return `${step.label} : +${euros(step.cents)}`;
    case 'LATE_BOOKING':
      return changed('réservation hors délai', markupInFrench(step.markup, step.costPriceCents), before!, after!);
    case 'PROMISED':
      return `prix promis à la réservation, le ${plainDate(Temporal.PlainDate.from(step.on))}`;
    case 'PRICE':
      return `${priceLabel(step.event)} : ${euros(step.cents)}`;
    case 'TOTAL':
      return `total ${euros(step.cents)}${isWhole(before!) ? '' : ' (arrondi au centime)'}`;
    case 'SPLIT':
      return splitInFrench(step, rounded(before!));
  }
}

/** « dont repas 2,00 € et garde 0,99 € ». */
function splitInFrench({ rule, serviceCents, mealCents, careCents }: StepNamed<'SPLIT'>, total: Cents): string {
  if (serviceCents === 0 || total === 0) return 'sans frais de garde';
  if (mealCents === 0) return 'tout est de la garde';
  const isWhole = serviceCents === undefined || serviceCents === total;
  const rest = hasMeal(rule) ? (isWhole ? 'repas' : 'repas et autres') : 'autres frais';
  return `dont ${rest} ${euros(mealCents)} et garde ${euros(careCents)}`;
}

/** « 2ᵉ enfant : −20 % = −0,72 € »: what a change is, and what it makes unless its words are the amount already. */
function changed(name: string, change: string, before: Exact, after: Exact): string {
  const difference = minus(after, before);
  const made = isLess(NOTHING, difference) ? `+${exactEuros(difference)}` : exactEuros(difference);
  const isAmount = /^[+−][\d,\u202f]+\u00a0€$|^prix/.test(change);
  const floored = isAmount && change.startsWith('−') && change !== made;
  if (floored) return `${name} : ${change}, ramené à ${made} (jamais moins de ${euros(0)})`;
  return isAmount ? `${name} : ${change}` : `${name} : ${change} = ${made}`;
}

function rowInFrench(row: StepNamed<'ROW'>, quotient: QuotientStep, event: Parameters<typeof priceLabel>[0]): string {
  const name = /^tranche\b/i.test(row.label) ? row.label : `tranche ${row.label}`;
  const given = priceGiven(event, row.prices);
  const price = given === undefined || event === 'UNIT' ? '' : `${priceLabel(event)} `;
  return `${leading(quotient, row)} : ${name} (${boundsInFrench(row)}), ${price}${euros(given ?? row.prices.unitCents)}`;
}

function leading(quotient: QuotientStep, row: StepNamed<'ROW'>): string {
  if (quotient?.quotient != null) return `quotient familial de ${hundredths(quotient.quotient)}`;
  const which = row.quotientMax === null ? 'tranche la plus haute' : 'tranche prévue dans ce cas';
  return `${missingInFrench(quotient)}, donc ${which}`;
}

function missingInFrench(quotient: QuotientStep): string {
  return quotient?.expiredOn === undefined
    ? 'quotient familial inconnu'
    : `quotient familial expiré le ${plainDate(Temporal.PlainDate.from(quotient.expiredOn))}`;
}

function effortInFrench(rule: StepNamed<'EFFORT_RATE'>, quotient: QuotientStep, amount: Exact): string {
  if (quotient?.quotient == null) return `${missingInFrench(quotient)}, donc prix le plus haut : ${exactEuros(amount)}`;
  const held = heldQuotient(rule, quotient.quotient);
  const said = hundredths(quotient.quotient) + (held === quotient.quotient ? '' : `, compté ${hundredths(held)},`);
  const computed = effortOf(rule.ratePct, held);
  const bound = minus(amount, computed).units;
  const limit = bound > 0 ? `, au moins ${exactEuros(amount)}` : bound < 0 ? `, au plus ${exactEuros(amount)}` : '';
  return `quotient familial de ${said} × ${french(rule.ratePct)}${NBSP}% = ${exactEuros(computed)}${limit}`;
}

function eventInFrench(step: StepNamed<'EVENT'>, before: Exact, after: Exact): string {
  const { counter, count = 1, event } = step;
  if (counter === undefined)
    return changed(eventLabel(event), markupInFrench(step.markup, step.costPriceCents), before, after);
  const which = `${eventLabel(event)}, ${ordinal(count)} fois ${countedWithin(counter)}`;
  if (!holds(counter, count)) return `${which} : sans majoration`;
  return changed(which, markupInFrench(step.markup, step.costPriceCents), before, after);
}

function countedWithin({ per, period }: NonNullable<StepNamed<'EVENT'>['counter']>): string {
  const within = { MONTH: 'ce mois-ci', SCHOOL_YEAR: 'cette année scolaire', INVOICE: 'sur la facture du mois' }[
    period
  ];
  return per === 'FAMILY' ? `${within} pour le foyer` : within;
}

function stayInFrench(stay: SlicesStep | StayStep): string {
  const { from, to, assumed = [] } = stay;
  const which = assumed.map((one) => (one === 'ARRIVAL' ? 'arrivée non pointée' : 'départ non pointé'));
  if (from === null || to === null) return which.length > 0 ? enumeration(which) : 'durée la plus courte';
  const noted = assumed.length > 0 ? ` (${enumeration(which)})` : '';
  return `de ${hourInFrench(from)} à ${hourInFrench(to)}${noted}, ${lengthInFrench(minutesOf(stay satisfies Stay))}`;
}

/** « 2 demi-heures commencées ». */
function slicesInFrench(slices: number, sliceMinutes: number): string {
  if (sliceMinutes === 60) return counted(slices, 'heure commencée', 'heures commencées');
  if (sliceMinutes === 30) return counted(slices, 'demi-heure commencée', 'demi-heures commencées');
  if (sliceMinutes === 15) return counted(slices, 'quart d’heure commencé', 'quarts d’heure commencés');
  return `${counted(slices, 'tranche', 'tranches')} de ${sliceMinutes}${NBSP}min`;
}

function hourInFrench(text: string): string {
  return hour({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) });
}

function versionsInFrench({ tariffId, policyId }: StepNamed<'VERSIONS'>): string | null {
  const names = [
    ...(tariffId === null ? [] : [`tarif n°${NBSP}${tariffId}`]),
    ...(policyId === null ? [] : [`règlement n°${NBSP}${policyId}`]),
  ];
  return names.length ? names.join(', ') : null;
}
