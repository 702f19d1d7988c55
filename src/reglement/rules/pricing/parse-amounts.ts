import { Temporal } from '../../../kernel/civil-time.js';
import { euros, NBSP } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import type { Counter } from '../counter.js';
import { hundredthsOf } from './quotient-bound.js';
import type { CountedMarkup, Markup } from './tariff.js';

/** 10 000 €: no day of service costs more; beyond is a typing mistake. */
export const GREATEST_CENTS = 1_000_000;

/** A price in whole cents, from 0 up. */
export function parseCents(json: unknown, field: string, errors: FieldError[]): Cents {
  if (typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 && json <= GREATEST_CENTS) return json;
  errors.push({ field, message: centsMessage(json) });
  return 0;
}

function centsMessage(json: unknown): string {
  if (typeof json !== 'number') return 'Indiquez un prix, un nombre entier de centimes.';
  if (!Number.isSafeInteger(json)) return 'Un prix est un nombre entier de centimes.';
  if (json < 0) return 'Un prix ne peut pas être négatif.';
  return `Un prix ne dépasse pas ${euros(GREATEST_CENTS)}${NBSP}: vérifiez ce montant, écrit en centimes.`;
}

/** A quotient as people write it (642.5), in hundredths. */
export function parseQuotientBound(json: unknown, field: string, errors: FieldError[]): number {
  const hundredths = typeof json === 'number' ? hundredthsOf(json) : null;
  if (hundredths !== null) return hundredths;
  errors.push({ field, message: 'Un quotient est un nombre positif avec deux décimales au plus.' });
  return 0;
}

interface DecimalBounds {
  readonly field: string;
  /** Completes « Indiquez … ». */
  readonly what: string;
  readonly decimals: number;
  readonly min: number;
  readonly max: number;
}

/** A decimal, as a number or a text (0.55, « 0.55 » or « 0,55 »), in its shortest writing. */
export function parseDecimal(
  json: unknown,
  { field, what, decimals, min, max }: DecimalBounds,
  errors: FieldError[],
): string {
  const text = typeof json === 'number' || typeof json === 'string' ? String(json).trim().replace(',', '.') : '';
  const [, sign = '', whole = '', rest = ''] = /^(-?)0*(\d{1,7})(?:\.(\d{1,9}?)0*)?$/.exec(text) ?? [];
  if (whole !== '' && rest.length <= decimals && min <= Number(text) && Number(text) <= max)
    return `${sign}${whole}${rest === '' || rest === '0' ? '' : `.${rest}`}`;
  errors.push({
    field,
    message: `Indiquez ${what}, de ${frenchNumber(min)} à ${frenchNumber(max)}, avec ${decimals} décimales au plus.`,
  });
  return '1';
}

/** An hour of the day, `HH:MM`. */
export function parseHour(json: unknown, field: string, errors: FieldError[]): string {
  if (typeof json === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(json)) return json;
  errors.push({ field, message: `Écrivez l’heure avec deux chiffres, par exemple «${NBSP}16:15${NBSP}».` });
  return '00:00';
}

/** A date, YYYY-MM-DD. */
export function parseDay(json: unknown, field: string, errors: FieldError[]): string {
  try {
    if (typeof json === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json))
      return Temporal.PlainDate.from(json, { overflow: 'reject' }).toString();
  } catch {
    // A day that no calendar has, such as 31 June: told below like any other text.
  }
  errors.push({ field, message: 'Écrivez la date comme 2026-09-30.' });
  return '2000-01-01';
}

/** What families read: 1 to `max` characters. */
export function parseLabel(
  json: unknown,
  { field, missing }: { field: string; missing: string },
  errors: FieldError[],
): string {
  const text = typeof json === 'string' ? json.normalize('NFC').trim() : '';
  if (text !== '' && [...text].length <= LONGEST_LABEL && !/\p{C}/u.test(text)) return text;
  errors.push({
    field,
    message: text === '' ? missing : `Un nom tient en ${LONGEST_LABEL} caractères, sans caractère invisible.`,
  });
  return '';
}

const LONGEST_LABEL = 60;
const MARKUPS = ['abs', 'pct', 'multiplier', 'fixedPrice', 'costPrice'] as const;

/** A way to change a price: exactly one of the five. */
export function parseMarkup(json: unknown, field: string, errors: FieldError[]): Markup {
  return parseCounted(json, { field, counter: false }, errors);
}

/** The same, which may hold only for some events. */
export function parseCountedMarkup(json: unknown, field: string, errors: FieldError[]): CountedMarkup {
  return parseCounted(json, { field, counter: true }, errors);
}

function parseCounted(
  json: unknown,
  { field, counter }: { field: string; counter: boolean },
  errors: FieldError[],
): CountedMarkup {
  if (!isJsonObject(json)) {
    errors.push({ field, message: ONE_OF_FIVE });
    return { abs: 0 };
  }
  refuseUnknownFields(json, counter ? [...MARKUPS, 'counter'] : MARKUPS, field, errors);
  const given = MARKUPS.filter((name) => json[name] !== undefined);
  if (given.length !== 1) {
    errors.push({ field, message: ONE_OF_FIVE });
    return { abs: 0 };
  }
  const markup = parseOne(given[0]!, json, field, errors);
  if (!counter || json.counter === undefined) return markup;
  return { ...markup, counter: parseCounter(json.counter, `${field}.counter`, errors) };
}

const ONE_OF_FIVE = `Choisissez une façon de changer le prix, et une seule${NBSP}: abs (centimes en plus), pct (pourcentage en plus), multiplier (coefficient), fixedPrice (prix en centimes) ou costPrice (true, au prix coûtant).`;

function parseOne(
  name: (typeof MARKUPS)[number],
  json: Record<string, unknown>,
  field: string,
  errors: FieldError[],
): Markup {
  const at = `${field}.${name}`;
  switch (name) {
    case 'abs':
      return {
        abs: parseWholeNumber(
          json.abs,
          { field: at, what: 'un nombre de centimes à ajouter', min: -GREATEST_CENTS, max: GREATEST_CENTS },
          errors,
        ),
      };
    case 'pct':
      return {
        pct: parseDecimal(
          json.pct,
          { field: at, what: 'un pourcentage à ajouter', decimals: 2, min: -100, max: 1000 },
          errors,
        ),
      };
    case 'multiplier':
      return { multiplier: positive(json.multiplier, at, errors) };
    case 'fixedPrice':
      return { fixedPrice: parseCents(json.fixedPrice, at, errors) };
    case 'costPrice':
      if (json.costPrice !== true) errors.push({ field: at, message: 'Écrivez true pour facturer le prix coûtant.' });
      return { costPrice: true };
  }
}

function positive(json: unknown, field: string, errors: FieldError[]): string {
  const text = parseDecimal(json, { field, what: 'un coefficient', decimals: 4, min: 0, max: 100 }, errors);
  if (Number(text) > 0) return text;
  errors.push({
    field,
    message: `Un coefficient est plus grand que 0${NBSP}; pour la gratuité, écrivez fixedPrice 0.`,
  });
  return '1';
}

function parseCounter(json: unknown, field: string, errors: FieldError[]): Counter {
  const usual: Counter = { per: 'CHILD', period: 'MONTH' };
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: `Décrivez le décompte, par exemple { "per": "CHILD", "period": "MONTH", "from": 3 }.`,
    });
    return usual;
  }
  refuseUnknownFields(json, ['per', 'period', 'from', 'upTo'], field, errors);
  const per = json.per;
  const period = json.period;
  if (per !== 'CHILD' && per !== 'FAMILY')
    errors.push({ field: `${field}.per`, message: `Choisissez par enfant (CHILD) ou par foyer (FAMILY).` });
  if (period !== 'MONTH' && period !== 'SCHOOL_YEAR' && period !== 'INVOICE')
    errors.push({
      field: `${field}.period`,
      message: `Choisissez MONTH (mois), SCHOOL_YEAR (année scolaire) ou INVOICE (facture).`,
    });
  const bounds = { what: 'le rang d’un événement', min: 1, max: 1000 };
  const from =
    json.from === undefined ? undefined : parseWholeNumber(json.from, { field: `${field}.from`, ...bounds }, errors);
  const upTo =
    json.upTo === undefined ? undefined : parseWholeNumber(json.upTo, { field: `${field}.upTo`, ...bounds }, errors);
  if (from === undefined && upTo === undefined)
    errors.push({
      field,
      message: 'Indiquez à partir de quel événement (from) ou jusqu’auquel (upTo) le prix change.',
    });
  if (from !== undefined && upTo !== undefined && upTo < from)
    errors.push({ field: `${field}.upTo`, message: `Le dernier rang doit être au moins le premier (${from}).` });
  return {
    per: per === 'FAMILY' ? per : 'CHILD',
    period: period === 'SCHOOL_YEAR' || period === 'INVOICE' ? period : 'MONTH',
    ...(from === undefined ? {} : { from }),
    ...(upTo === undefined ? {} : { upTo }),
  };
}

function frenchNumber(value: number): string {
  return String(value).replace('-', '−').replace('.', ',');
}
