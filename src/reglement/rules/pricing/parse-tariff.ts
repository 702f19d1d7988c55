import { NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, refuseUnknownFields } from '../deadlines/json-object.js';
import { brackets } from './forms/brackets.js';
import { byAudience } from './forms/by-audience.js';
import { effortRate } from './forms/effort-rate.js';
import { flat } from './forms/flat.js';
import { forfait } from './forms/forfait.js';
import type { FormParser, Place, Tools } from './forms/parsing.js';
import { timeSlices } from './forms/time-slices.js';
import { type Leaf, leavesOf, OPTIONS } from './leaves.js';
import { HIGHEST, parseOptions } from './parse-options.js';
import type { PriceForm, Tariff, TariffForm } from './tariff.js';

const FORMS: { readonly [Type in TariffForm['type']]: FormParser<Extract<TariffForm, { type: Type }>> } = {
  FLAT: flat,
  BRACKETS: brackets,
  EFFORT_RATE: effortRate,
  BY_AUDIENCE: byAudience,
  FORFAIT: forfait,
  TIME_SLICES: timeSlices,
};

const INNER_FORMS = ['FLAT', 'BRACKETS', 'EFFORT_RATE', 'BY_AUDIENCE'] as const;
const DEEPEST = 4;
/** A form that could not be read, in place of which nothing is priced: its errors are told. */
const UNREADABLE: Tariff & PriceForm = { type: 'FLAT', unitCents: 0 };

/**
 * Reads a tariff as a mairie sends it, or says all that is wrong in it, in French. `field` is the path of the tariff in
 * the request, and starts the path of each error.
 */
export function parseTariff(
  json: unknown,
  field = 'tariff',
): { readonly tariff: Tariff } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const tools: Tools = {
    errors,
    tariff: (inner, place) => parseOne(inner, place, tools),
    inner: (inner, place) => parseOne(inner, { ...place, within: 'INNER' }, tools) as PriceForm,
  };
  const tariff = parseOne(json, { field, within: 'ROOT', depth: 1 }, tools);
  if (errors.length === 0) for (const leaf of leavesOf(tariff)) refuseLeaf(leaf, field, errors);
  return errors.length === 0 ? { tariff } : { errors: distinct(errors) };
}

function parseOne(json: unknown, place: Place, tools: Tools): Tariff {
  const { field, within, depth } = place;
  const { errors } = tools;
  if (!isJsonObject(json)) {
    errors.push({ field, message: 'Décrivez le tarif, par exemple { "type": "FLAT", "unitCents": 360 }.' });
    return UNREADABLE;
  }
  const allowed: readonly TariffForm['type'][] =
    within === 'INNER' ? INNER_FORMS : (Object.keys(FORMS) as TariffForm['type'][]);
  const type = allowed.find((one) => one === json.type);
  if (type === undefined) {
    const choices = allowed.map((one) => `${one} (${FORMS[one].words})`).join(', ');
    errors.push({ field: `${field}.type`, message: `Choisissez la forme du tarif${NBSP}: ${choices}.` });
    return UNREADABLE;
  }
  if (depth > DEEPEST) {
    errors.push({ field, message: `Pas plus de ${DEEPEST} tarifs l’un dans l’autre${NBSP}: réunissez des grilles.` });
    return UNREADABLE;
  }
  const form = FORMS[type];
  const options = within === 'INNER' ? ['missingQuotient'] : OPTIONS;
  refuseUnknownFields(json, ['type', ...form.fields, ...options], field, errors);
  return { ...form.parse(json, place, tools), ...parseOptions(json, field, errors) };
}

/** What each part of a tariff accepts but what they cannot mean together. */
function refuseLeaf(leaf: Leaf, field: string, errors: FieldError[]): void {
  const { form, options, forfait: periodic, missingQuotientPath } = leaf;
  const at = missingQuotientPath === '' ? field : `${field}.${missingQuotientPath}`;
  const { missingQuotient, costPriceCents, prices, nonResident, pai } = options;
  const named = missingQuotient?.row ?? HIGHEST;
  if (named !== HIGHEST && form.type === 'BRACKETS' && !form.rows.some(({ label }) => label === named))
    errors.push({
      field: `${at}.missingQuotient.row`,
      message: `Aucune tranche ne s’appelle «${NBSP}${named}${NBSP}»${NBSP}: écrivez le nom d’une tranche, ou ${HIGHEST}.`,
    });
  if (named !== HIGHEST && form.type === 'EFFORT_RATE')
    errors.push({
      field: `${at}.missingQuotient.row`,
      message: `Un taux d’effort n’a pas de tranche${NBSP}: écrivez ${HIGHEST}, les familles sans quotient paieront le plafond.`,
    });
  const markups = [prices?.unplanned, prices?.unjustifiedAbsence, nonResident, pai];
  if (costPriceCents === undefined && markups.some((markup) => markup && 'costPrice' in markup))
    errors.push({
      field: `${field}.costPriceCents`,
      message: 'Indiquez le prix coûtant, en centimes, que ce tarif facture.',
    });
  if (periodic)
    for (const name of ['unplanned', 'unjustifiedAbsence'] as const) {
      const markup = prices?.[name];
      if (markup && ('pct' in markup || 'multiplier' in markup))
        errors.push({
          field: `${field}.prices.${name}`,
          message: `Un forfait n’a pas de prix à l’unité qu’on puisse multiplier${NBSP}: écrivez abs, fixedPrice ou costPrice.`,
        });
    }
}

/** The leaves of one tariff may share a fault: it is told once. */
function distinct(errors: readonly FieldError[]): FieldError[] {
  const seen = new Set<string>();
  return errors.filter(({ field, message }) => {
    const key = `${field} ${message}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
