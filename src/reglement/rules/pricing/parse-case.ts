import { NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, oneOf, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import { parseDay, parseHour, parseMarkup, parseQuotientBound } from './parse-amounts.js';
import type { Happened } from './price-of.js';
import { CHARGE_EVENTS } from './prices.js';
import type { PricingContext } from './quote.js';
import { SCHOOL_LEVELS } from './tariff.js';

/** A child that a mairie imagines, to see what a tariff would ask: the family, and what happened. */
export interface PricingCase {
  readonly context: PricingContext;
  /** Without the period of a forfait, which depends on the calendar. */
  readonly happened: Happened;
  /** Day of service (YYYY-MM-DD); null when the case says none. */
  readonly date: string | null;
}

type Reader = (json: unknown, field: string, errors: FieldError[]) => unknown;

const whole =
  (what: string, min: number, max: number): Reader =>
  (json, field, errors) =>
    parseWholeNumber(json, { field, what, min, max }, errors);
const rank = whole('un rang', 1, 10_000);

const CONTEXT: Readonly<Record<string, Reader>> = {
  quotient: parseQuotientBound,
  quotientExpiredOn: parseDay,
  resident: parseYesNo,
  childRank: whole('le rang de l’enfant dans le foyer', 1, 30),
  enrolledRank: whole('le rang de l’enfant parmi les inscrits du foyer', 1, 30),
  children: whole('le nombre d’enfants du foyer', 1, 30),
  schoolLevel: (json, field, errors) => {
    const what = `un niveau${NBSP}: ${SCHOOL_LEVELS.join(', ')}`;
    return oneOf(json, SCHOOL_LEVELS, { field, what }, errors);
  },
  age: whole('l’âge en années', 0, 25),
  daysPerWeek: whole('le nombre de jours par semaine', 1, 7),
  pai: parseYesNo,
};

const HAPPENED: Readonly<Record<string, Reader>> = {
  event: (json, field, errors) => {
    const what = `ce qui s’est passé${NBSP}: ${CHARGE_EVENTS.join(', ')}`;
    return oneOf(json, CHARGE_EVENTS, { field, what }, errors);
  },
  arrival: parseHour,
  departure: parseHour,
  opensAt: parseHour,
  closesAt: parseHour,
  countThisMonth: rank,
  countThisSchoolYear: rank,
  countThisInvoice: rank,
  rankInPeriod: rank,
  supplements: parseLabels,
  lateBooking: parseMarkup,
};

/** Reads a case of the preview; what is absent or null is unknown, or usual. */
export function parseCase(json: unknown, field: string, errors: FieldError[]): PricingCase {
  const nothing: PricingCase = { context: { quotient: null }, happened: { event: 'UNIT' }, date: null };
  if (!isJsonObject(json)) {
    errors.push({ field, message: 'Décrivez le cas, par exemple { "quotient": 642.5, "event": "UNIT" }.' });
    return nothing;
  }
  refuseUnknownFields(json, [...Object.keys(CONTEXT), ...Object.keys(HAPPENED), 'date'], field, errors);
  const date = json.date == null ? null : parseDay(json.date, `${field}.date`, errors);
  const context = { quotient: null, ...read(CONTEXT, json, field, errors) } as PricingContext;
  const happened = { event: 'UNIT', ...read(HAPPENED, json, field, errors) } as Happened;
  const { arrival, departure } = happened;
  if (arrival != null && departure != null && departure < arrival)
    errors.push({ field: `${field}.departure`, message: 'L’heure de départ doit suivre l’heure d’arrivée.' });
  return { context: { ...onDate(context, date), ...(date === null ? {} : { on: date }) }, happened, date };
}

/** A quotient that ended before the day of service is no longer one; without a date, one that has an end is over. */
function onDate(context: PricingContext, date: string | null): PricingContext {
  const { quotientExpiredOn, ...rest } = context;
  if (quotientExpiredOn == null) return rest;
  return date !== null && date <= quotientExpiredOn && context.quotient !== null
    ? rest
    : { ...context, quotient: null };
}

function read(
  readers: Readonly<Record<string, Reader>>,
  json: Record<string, unknown>,
  field: string,
  errors: FieldError[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(readers)
      .filter(([name]) => json[name] != null)
      .map(([name, reader]) => [name, reader(json[name], `${field}.${name}`, errors)]),
  );
}

function parseYesNo(json: unknown, field: string, errors: FieldError[]): boolean {
  if (typeof json !== 'boolean') errors.push({ field, message: 'Écrivez true pour oui, false pour non.' });
  return json === true;
}

function parseLabels(json: unknown, field: string, errors: FieldError[]): string[] {
  if (Array.isArray(json) && json.length <= 30 && json.every((label) => typeof label === 'string')) return json;
  errors.push({ field, message: 'Donnez les noms des suppléments choisis, par exemple ["Goûter"].' });
  return [];
}
