import { euros, NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import {
  parseCents,
  parseCountedMarkup,
  parseDay,
  parseDecimal,
  parseHour,
  parseLabel,
  parseMarkup,
} from './parse-amounts.js';
import type {
  LatePickup,
  MissingQuotient,
  Reduction,
  SiblingPrice,
  SiblingRank,
  Split,
  Supplement,
  TariffOptions,
} from './tariff.js';

/** The row of a missing quotient that no grid names: the last one, or the ceiling of a rate. */
export const HIGHEST = 'HIGHEST';

type Read<Value> = (json: unknown, field: string, errors: FieldError[]) => Value;

/** One reader for each option; what is absent or null is not there. */
const READERS: { readonly [Name in keyof Required<TariffOptions>]: Read<NonNullable<TariffOptions[Name]>> } = {
  prices: parsePrices,
  costPriceCents: parseCents,
  nonResident: parseMarkup,
  pai: parseMarkup,
  reductions: listOf(parseReduction, { max: 5, what: 'réductions' }),
  supplements: parseSupplements,
  missingQuotient: parseMissingQuotient,
  latePickup: parseLatePickup,
  split: parseSplit,
};

export function parseOptions(json: Record<string, unknown>, field: string, errors: FieldError[]): TariffOptions {
  return Object.fromEntries(
    Object.entries(READERS)
      .filter(([name]) => json[name] != null)
      .map(([name, read]) => [name, read(json[name], `${field}.${name}`, errors)]),
  );
}

function parsePrices(json: unknown, field: string, errors: FieldError[]): NonNullable<TariffOptions['prices']> {
  const known = ['unplanned', 'unjustifiedAbsence'] as const;
  if (!isJsonObject(json)) {
    errors.push({ field, message: 'Décrivez les prix dérivés, par exemple { "unplanned": { "abs": 250 } }.' });
    return {};
  }
  refuseUnknownFields(json, known, field, errors);
  return Object.fromEntries(
    known
      .filter((name) => json[name] != null)
      .map((name) => [name, parseCountedMarkup(json[name], `${field}.${name}`, errors)]),
  );
}

function parseReduction(json: unknown, field: string, errors: FieldError[]): Reduction {
  const usual: Reduction = { type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [] };
  if (!isJsonObject(json) || json.type !== 'SIBLINGS') {
    errors.push({
      field: isJsonObject(json) ? `${field}.type` : field,
      message: `Décrivez la réduction pour frères et sœurs, par exemple { "type": "SIBLINGS", "order": "ELDEST_FIRST", "ranks": [{ "from": 2, "pct": 20 }] }.`,
    });
    return usual;
  }
  refuseUnknownFields(json, ['type', 'order', 'ranks'], field, errors);
  const order = json.order ?? 'ELDEST_FIRST';
  if (order !== 'ELDEST_FIRST' && order !== 'BY_ENROLMENTS')
    errors.push({
      field: `${field}.order`,
      message: `Choisissez comment compter les enfants${NBSP}: ELDEST_FIRST (tous ceux du foyer, de l’aîné au plus jeune) ou BY_ENROLMENTS (ceux qui sont inscrits à la prestation).`,
    });
  const ranks = listOf(parseRank, { max: 10, what: 'rangs' })(json.ranks, `${field}.ranks`, errors);
  ranks.forEach(({ from }, index) => {
    if (index > 0 && from <= ranks[index - 1]!.from)
      errors.push({
        field: `${field}.ranks[${index}].from`,
        message: `Donnez les rangs du plus petit au plus grand, chacun une fois.`,
      });
  });
  return { type: 'SIBLINGS', order: order === 'BY_ENROLMENTS' ? order : 'ELDEST_FIRST', ranks };
}

function parseRank(json: unknown, field: string, errors: FieldError[]): SiblingRank {
  const ways = ['pct', 'cents', 'fixedPriceCents'] as const;
  const given = isJsonObject(json) ? ways.filter((name) => json[name] !== undefined) : [];
  if (!isJsonObject(json) || given.length !== 1) {
    errors.push({
      field,
      message: `Donnez le rang (from) et une réduction, et une seule${NBSP}: pct (pourcentage), cents (centimes) ou fixedPriceCents (prix).`,
    });
    return { from: 2, cents: 0 };
  }
  refuseUnknownFields(json, ['from', ...ways], field, errors);
  const from = parseWholeNumber(
    json.from,
    { field: `${field}.from`, what: 'le rang de l’enfant', min: 1, max: 20 },
    errors,
  );
  return { from, ...siblingPrice(given[0]!, json, field, errors) };
}

function siblingPrice(
  way: 'pct' | 'cents' | 'fixedPriceCents',
  json: Record<string, unknown>,
  field: string,
  errors: FieldError[],
): SiblingPrice {
  const at = `${field}.${way}`;
  if (way === 'cents') return { cents: parseCents(json.cents, at, errors) };
  if (way === 'fixedPriceCents') return { fixedPriceCents: parseCents(json.fixedPriceCents, at, errors) };
  return {
    pct: parseDecimal(
      json.pct,
      { field: at, what: 'une réduction en pourcentage', decimals: 2, min: 0, max: 100 },
      errors,
    ),
  };
}

function parseSupplements(json: unknown, field: string, errors: FieldError[]): Supplement[] {
  const supplements = listOf(parseSupplement, { max: 30, what: 'suppléments' })(json, field, errors);
  supplements.forEach(({ label }, index) => {
    if (label !== '' && supplements.findIndex((other) => other.label === label) < index)
      errors.push({ field: `${field}[${index}].label`, message: 'Un supplément porte déjà ce nom.' });
  });
  return supplements;
}

function parseSupplement(json: unknown, field: string, errors: FieldError[]): Supplement {
  if (!isJsonObject(json)) {
    errors.push({ field, message: 'Décrivez le supplément, par exemple { "label": "Goûter", "cents": 60 }.' });
    return { label: '', cents: 0 };
  }
  refuseUnknownFields(json, ['label', 'cents'], field, errors);
  return {
    label: parseLabel(json.label, { field: `${field}.label`, missing: 'Donnez un nom à ce supplément.' }, errors),
    cents: parseCents(json.cents, `${field}.cents`, errors),
  };
}

function parseMissingQuotient(json: unknown, field: string, errors: FieldError[]): MissingQuotient {
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: `Indiquez la tranche des familles sans quotient connu, par exemple { "row": "${HIGHEST}" }.`,
    });
    return { row: HIGHEST };
  }
  refuseUnknownFields(json, ['row', 'until'], field, errors);
  const missing = `Indiquez le nom d’une tranche, ou ${HIGHEST} pour la plus chère.`;
  const row = parseLabel(json.row, { field: `${field}.row`, missing }, errors);
  return { row, ...(json.until == null ? {} : { until: parseDay(json.until, `${field}.until`, errors) }) };
}

function parseLatePickup(json: unknown, field: string, errors: FieldError[]): LatePickup {
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: 'Décrivez le retard, par exemple { "after": "18:30", "sliceMinutes": 15, "cents": 500 }.',
    });
    return { after: '00:00', sliceMinutes: 1, cents: 0 };
  }
  refuseUnknownFields(json, ['after', 'sliceMinutes', 'cents'], field, errors);
  const slice = {
    field: `${field}.sliceMinutes`,
    what: 'la durée d’une tranche de retard en minutes',
    min: 1,
    max: 1440,
  };
  return {
    after: parseHour(json.after, `${field}.after`, errors),
    sliceMinutes: parseWholeNumber(json.sliceMinutes, slice, errors),
    cents: parseCents(json.cents, `${field}.cents`, errors),
  };
}

function parseSplit(json: unknown, field: string, errors: FieldError[]): Split {
  const isObject = isJsonObject(json);
  if (!isObject || (json.mealCents === undefined) === (json.mealPct === undefined)) {
    errors.push({
      field,
      message: `Indiquez la part du repas, d’une seule façon${NBSP}: mealCents (en centimes, par exemple 200 pour ${euros(200)}) ou mealPct (en pourcentage).`,
    });
    return { mealCents: 0 };
  }
  refuseUnknownFields(json, ['mealCents', 'mealPct'], field, errors);
  if (json.mealCents !== undefined) return { mealCents: parseCents(json.mealCents, `${field}.mealCents`, errors) };
  const pct = { field: `${field}.mealPct`, what: 'la part du repas en pourcentage', decimals: 2, min: 0, max: 100 };
  return { mealPct: parseDecimal(json.mealPct, pct, errors) };
}

function listOf<Value>(read: Read<Value>, { max, what }: { max: number; what: string }): Read<Value[]> {
  return (json, field, errors) => {
    if (Array.isArray(json) && json.length > 0 && json.length <= max)
      return json.map((one, index) => read(one, `${field}[${index}]`, errors));
    errors.push({ field, message: `Donnez de 1 à ${max} ${what}.` });
    return [];
  };
}
