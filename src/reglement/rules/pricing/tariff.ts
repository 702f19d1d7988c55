import type { Cents } from '../../../kernel/money.js';
import type { FieldError } from '../../../kernel/problem.js';
import { NBSP, hundredths } from '../../../kernel/french.js';
import { type Explanation, type ExplanationStep, rowHolds } from './explanation.js';
import { type ChargeEvent, type Prices, priceFor } from './prices.js';

/** One row of a QF grid. Bounds are quotients in hundredths, half-open: [quotientMin, quotientMax). */
export interface TariffRow extends Prices {
  readonly label: string;
  readonly quotientMin: number;
  /** null: no upper end. */
  readonly quotientMax: number | null;
}

/** A QF grid: rows in rising order that cover every quotient once. */
export interface Tariff {
  readonly rows: readonly TariffRow[];
  /** Index of the row for a family whose quotient is unknown; most communes choose the highest. */
  readonly missingQuotientRow: number;
}

/** For whom a price is asked, and the dated versions applied, by the caller's ids. */
export interface PricingContext {
  /** In hundredths (64250 is 642,50); null when unknown. */
  readonly quotient: number | null;
  readonly tariffId?: number;
  readonly policyId?: number;
}

export interface Priced {
  readonly cents: Cents;
  readonly rowLabel: string;
  readonly explanation: Explanation;
}

/** The three prices told to a parent before booking; stored with the reservation, they are a promise for that day. */
export interface PromisedPrices extends Prices {
  readonly rowLabel: string;
  /** The steps that led to the row, to be completed with the one price that is charged in the end. */
  readonly basis: Explanation;
}

/**
 * The price of what happened, with its reasons.
 * Throws RangeError on a quotient that is not a non-negative integer, or on a grid that `validateTariff` refuses.
 */
export function priceOf(tariff: Tariff, context: PricingContext, event: ChargeEvent): Priced {
  return priceFromPromise(pricesFor(tariff, context), event);
}

/** The three prices of a family; see `priceOf` for the errors. */
export function pricesFor(tariff: Tariff, context: PricingContext): PromisedPrices {
  const { label, quotientMin, quotientMax, ...rest } = rowFor(tariff, context.quotient);
  const { unitCents, unplannedCents, unjustifiedAbsenceCents } = rest;
  const prices: Prices = { unitCents, unplannedCents, unjustifiedAbsenceCents };
  const versions: ExplanationStep[] =
    context.tariffId === undefined && context.policyId === undefined
      ? []
      : [{ step: 'VERSIONS', tariffId: context.tariffId ?? null, policyId: context.policyId ?? null }];
  return {
    ...prices,
    rowLabel: label,
    basis: [
      ...versions,
      { step: 'QUOTIENT', quotient: context.quotient },
      { step: 'ROW', label, quotientMin, quotientMax, prices },
    ],
  };
}

/** The price of what happened under a promise. `promisedOn` (YYYY-MM-DD) tells the reader that it was one. */
export function priceFromPromise(promise: PromisedPrices, event: ChargeEvent, promisedOn?: string): Priced {
  const cents = priceFor(event, promise);
  const promised: ExplanationStep[] = promisedOn === undefined ? [] : [{ step: 'PROMISED', on: promisedOn }];
  return {
    cents,
    rowLabel: promise.rowLabel,
    explanation: [...promise.basis, ...promised, { step: 'PRICE', event, cents }],
  };
}

/** The row for a quotient in hundredths, or for an unknown one. */
export function rowFor(tariff: Tariff, quotient: number | null): TariffRow {
  if (quotient !== null && (!Number.isSafeInteger(quotient) || quotient < 0)) {
    throw new RangeError(`${quotient} is not a quotient in hundredths`);
  }
  const row =
    quotient === null
      ? tariff.rows[tariff.missingQuotientRow]
      : tariff.rows.find((candidate) => rowHolds(candidate, quotient));
  if (!row) throw new RangeError(`no row of the tariff for the quotient ${quotient}`);
  return row;
}

/**
 * What is wrong with a grid, one French message per field; nothing when every quotient has exactly one row.
 * `missingQuotientRow` defaults to the last row.
 */
export function validateTariff(rows: readonly TariffRow[], missingQuotientRow = rows.length - 1): FieldError[] {
  if (rows.length === 0) return [{ field: 'rows', message: 'Le tarif doit comporter au moins une tranche.' }];
  const errors = rows.flatMap((row, index) => [
    ...rowErrors(row, index),
    ...seamErrors(rows[index - 1], row, index, index === rows.length - 1),
  ]);
  if (rows[missingQuotientRow] === undefined) {
    const message = `Choisissez, pour les familles sans quotient connu, le rang d’une tranche, de 0 (la première) à ${rows.length - 1}.`;
    errors.push({ field: 'missingQuotientRow', message });
  }
  return errors;
}

const PRICE_FIELDS = ['unitCents', 'unplannedCents', 'unjustifiedAbsenceCents'] as const;

function rowErrors(row: TariffRow, index: number): FieldError[] {
  const at = `rows[${index}]`;
  const errors: FieldError[] = [];
  if (row.label.trim() === '') errors.push({ field: `${at}.label`, message: 'Donnez un nom à cette tranche.' });
  for (const bound of ['quotientMin', 'quotientMax'] as const) {
    const value = row[bound];
    if (value !== null && !areQuotients(value)) {
      const message = 'Un quotient est un nombre positif avec deux décimales au plus.';
      errors.push({ field: `${at}.${bound}`, message });
    }
  }
  if (row.quotientMax !== null && row.quotientMax <= row.quotientMin) {
    const message = `La fin de la tranche doit être supérieure à son début (${hundredths(row.quotientMin)}).`;
    errors.push({ field: `${at}.quotientMax`, message });
  }
  for (const field of PRICE_FIELDS) {
    if (!Number.isSafeInteger(row[field])) {
      errors.push({ field: `${at}.${field}`, message: 'Un prix est un nombre entier de centimes.' });
    } else if (row[field] < 0) {
      errors.push({ field: `${at}.${field}`, message: 'Un prix ne peut pas être négatif.' });
    }
  }
  return errors;
}

function seamErrors(before: TariffRow | undefined, row: TariffRow, index: number, isLast: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const start = `rows[${index}].quotientMin`;
  const from = hundredths(row.quotientMin);
  if (before === undefined) {
    if (row.quotientMin !== 0) errors.push({ field: start, message: 'La première tranche doit commencer à 0.' });
  } else if (
    before.quotientMax !== null &&
    areQuotients(before.quotientMax, row.quotientMin) &&
    before.quotientMax !== row.quotientMin
  ) {
    const end = hundredths(before.quotientMax);
    const message =
      before.quotientMax < row.quotientMin
        ? `Aucune tranche ne couvre les quotients de ${end} à ${from}${NBSP}: faites commencer celle-ci à ${end}.`
        : `Cette tranche recouvre la précédente, qui va jusqu’à ${end}${NBSP}: faites-la commencer à ${end}.`;
    errors.push({ field: start, message });
  }
  const end = `rows[${index}].quotientMax`;
  if (isLast && row.quotientMax !== null) {
    errors.push({ field: end, message: 'La dernière tranche doit rester sans limite haute.' });
  }
  if (!isLast && row.quotientMax === null) {
    errors.push({ field: end, message: 'Seule la dernière tranche peut être sans limite haute.' });
  }
  return errors;
}

function areQuotients(...values: number[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && value >= 0);
}
