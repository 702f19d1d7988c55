import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import type { DeadlineOperation } from '../deadlines/deadline.js';
import { isJsonObject, oneOf, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import type { Counter } from '../counter.js';
import type { Effect, EffectType, Surcharge } from './booking-policy.js';
import { readDeadline } from './read-deadline.js';

const MOST_EFFECTS = 10;
const MOST_CENTS = 100_000;

/** What may happen to a late request of each kind. */
const ALLOWED: Record<DeadlineOperation, readonly EffectType[]> = {
  ADD: ['BLOCK', 'SURCHARGE', 'REQUEST_TO_AGENT', 'PHONE_ONLY'],
  CANCEL: ['BLOCK', 'BILL_FULL', 'CREDIT', 'REQUEST_TO_AGENT', 'PHONE_ONLY'],
  MODIFY: ['BLOCK', 'SURCHARGE', 'REQUEST_TO_AGENT', 'PHONE_ONLY'],
  DIET: ['BLOCK', 'REQUEST_TO_AGENT', 'PHONE_ONLY'],
};

const FIELDS: Record<EffectType, readonly string[]> = {
  BLOCK: ['counter'],
  SURCHARGE: ['abs', 'pct', 'multiplier', 'fixedPrice', 'costPrice', 'until', 'counter'],
  REQUEST_TO_AGENT: ['until', 'counter'],
  PHONE_ONLY: ['number', 'until', 'counter'],
  BILL_FULL: ['until', 'counter'],
  CREDIT: ['until', 'counter'],
};

/** Under the others nothing is accepted, so that no time follows: their counter only tells the first. */
const ACCEPTING: readonly EffectType[] = ['SURCHARGE', 'BILL_FULL', 'CREDIT'];

/** The effects of lateness, in the order in which they are tried. */
export function parseEffects(
  json: unknown,
  field: string,
  operation: DeadlineOperation,
  errors: FieldError[],
): Effect[] {
  const given = Array.isArray(json) ? (json as unknown[]) : [];
  if (!Array.isArray(json) || given.length > MOST_EFFECTS)
    errors.push({ field, message: `Donnez la liste de ce qui arrive après le délai, ${MOST_EFFECTS} effets au plus.` });
  const effects = given
    .slice(0, MOST_EFFECTS)
    .map((effect, index) => parseEffect(effect, `${field}[${index}]`, operation, errors));
  const blocked = effects.findIndex((effect) => effect?.type === 'BLOCK');
  if (blocked !== -1 && blocked < effects.length - 1)
    errors.push({
      field: `${field}[${blocked + 1}]`,
      message: typeset('Cet effet n’arrive jamais : BLOCK, avant lui, refuse déjà le reste. Mettez BLOCK à la fin.'),
    });
  return effects.filter((effect) => effect !== null);
}

function parseEffect(json: unknown, field: string, operation: DeadlineOperation, errors: FieldError[]): Effect | null {
  const given = isJsonObject(json) ? json : {};
  const type = ALLOWED[operation].find((known) => known === given.type);
  if (!type) {
    errors.push({
      field: `${field}.type`,
      message: typeset(`Choisissez ce qui arrive après ce délai parmi ${ALLOWED[operation].join(', ')}.`),
    });
    return null;
  }
  refuseUnknownFields(given, ['type', ...FIELDS[type]], field, errors);
  const counter =
    given.counter === undefined ? {} : { counter: parseCounter(given.counter, `${field}.counter`, errors) };
  if (counter.counter) errors.push(...uselessCounter(type, counter.counter, `${field}.counter`, operation));
  if (type === 'BLOCK') return { type, ...counter };
  const end = given.until === undefined ? null : readDeadline(given.until, `${field}.until`, errors);
  const when = { ...(end && { until: end }), ...counter };
  if (type === 'PHONE_ONLY') return { type, number: phoneNumber(given.number, `${field}.number`, errors), ...when };
  if (type !== 'SURCHARGE') return { type, ...when };
  const surcharge = parseSurcharge(given, field, errors);
  return surcharge && { type, ...surcharge, ...when };
}

/** Counters that no event would ever move. */
function uselessCounter(
  type: EffectType,
  { from, upTo }: Counter,
  field: string,
  operation: DeadlineOperation,
): readonly FieldError[] {
  if (operation === 'DIET')
    return [{ field, message: 'Les changements de menu ne se comptent pas : retirez ce compteur.' }].map(typesetError);
  if (type === 'CREDIT' && (from ?? 1) > 1)
    return [{ field: `${field}.from`, message: 'Les fois d’avant sont déjà sans frais : retirez « from ».' }].map(
      typesetError,
    );
  if (upTo === undefined || ACCEPTING.includes(type)) return [];
  return [
    {
      field: `${field}.upTo`,
      message:
        'Ici rien n’est accepté, donc rien ne suit : gardez seulement « from », et mettez avant cet effet celui des premières fois.',
    },
  ].map(typesetError);
}

function typesetError({ field, message }: FieldError): FieldError {
  return { field, message: typeset(message) };
}

function parseSurcharge(json: Record<string, unknown>, field: string, errors: FieldError[]): Surcharge | null {
  const named = ['abs', 'pct', 'multiplier', 'fixedPrice', 'costPrice'].filter((name) => json[name] !== undefined);
  const [name] = named;
  if (named.length !== 1 || !name) {
    errors.push({
      field,
      message: typeset(
        'Dites la majoration d’une seule façon : abs (centimes en plus), pct (% en plus), multiplier, fixedPrice (centimes) ou costPrice (true, au prix de revient).',
      ),
    });
    return null;
  }
  const at = `${field}.${name}`;
  switch (name) {
    case 'abs':
      return {
        abs: parseWholeNumber(
          json.abs,
          { field: at, what: 'la majoration en centimes', min: 1, max: MOST_CENTS },
          errors,
        ),
      };
    case 'fixedPrice':
      return {
        fixedPrice: parseWholeNumber(
          json.fixedPrice,
          { field: at, what: 'le prix en centimes', min: 0, max: MOST_CENTS },
          errors,
        ),
      };
    case 'pct':
      return { pct: parseFactor(json.pct, { field: at, what: 'le pourcentage en plus', above: 0, max: 1000 }, errors) };
    case 'multiplier':
      return {
        multiplier: parseFactor(json.multiplier, { field: at, what: 'le multiplicateur', above: 1, max: 20 }, errors),
      };
    default:
      if (json.costPrice !== true)
        errors.push({ field: at, message: 'Répondez par true, ou choisissez une autre majoration.' });
      return { costPrice: true };
  }
}

function parseFactor(
  json: unknown,
  { field, what, above, max }: { field: string; what: string; above: number; max: number },
  errors: FieldError[],
): number {
  const hundredths = typeof json === 'number' ? Math.round(json * 100) : 0;
  if (typeof json === 'number' && json > above && json <= max && hundredths / 100 === json) return json;
  errors.push({ field, message: `Indiquez ${what}, plus de ${above} et au plus ${max}, avec deux décimales au plus.` });
  return max;
}

function parseCounter(json: unknown, field: string, errors: FieldError[]): Counter {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['per', 'period', 'from', 'upTo'], field, errors);
  const per = oneOf(
    given.per,
    ['CHILD', 'FAMILY'] as const,
    { field: `${field}.per`, what: 'pour qui l’on compte : CHILD (chaque enfant) ou FAMILY (chaque famille)' },
    errors,
  );
  const period = oneOf(
    given.period,
    ['MONTH', 'SCHOOL_YEAR', 'INVOICE'] as const,
    { field: `${field}.period`, what: 'sur quelle durée l’on compte : MONTH, SCHOOL_YEAR ou INVOICE' },
    errors,
  );
  const rank = (name: 'from' | 'upTo') =>
    given[name] === undefined
      ? {}
      : {
          [name]: parseWholeNumber(
            given[name],
            { field: `${field}.${name}`, what: 'le rang de la fois', min: 1, max: 366 },
            errors,
          ),
        };
  const counter: Counter = { per, period, ...rank('from'), ...rank('upTo') };
  if (counter.from === undefined && counter.upTo === undefined)
    errors.push({
      field,
      message: typeset('Indiquez « from » (à partir de quelle fois), « upTo » (jusqu’à quelle fois), ou les deux.'),
    });
  if (counter.from !== undefined && counter.upTo !== undefined && counter.upTo < counter.from)
    errors.push({
      field: `${field}.upTo`,
      message: typeset('Aucune fois n’est concernée : « upTo » vient avant « from ».'),
    });
  return counter;
}

function phoneNumber(json: unknown, field: string, errors: FieldError[]): string {
  const digits = typeof json === 'string' ? json.replace(/[\s.]/g, '') : '';
  if (typeof json === 'string' && /^(0\d{9}|\+\d{8,15})$/.test(digits)) return json.trim();
  errors.push({ field, message: typeset('Indiquez un numéro de téléphone, comme « 04 67 00 00 00 ».') });
  return '';
}
