import type { Temporal } from '../../kernel/civil-time.js';

/** The budget year (exercice) of a document is the calendar year of its date of issue, in the commune's zone. */
export function budgetYear(issuedOn: Temporal.PlainDate): number {
  return issuedOn.year;
}

/**
 * `2026-000123` in the main series, whose name is empty; `AV-2026-000007` in another (A to Z, up to 4 letters).
 * The digits alone, `2026000123`, are the debt number that the Trésorerie's files accept (digits only).
 * Throws RangeError on a series, year or rank that cannot be printed so.
 */
export function formatInvoiceNumber(series: string, year: number, n: number): string {
  if (!/^[A-Z]{0,4}$/.test(series)) throw new RangeError(`« ${series} » is not a series`);
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`${year} is not a budget year`);
  if (!Number.isInteger(n) || n < 1 || n > 999_999) throw new RangeError(`${n} is not a rank between 1 and 999999`);
  const number = `${year}-${String(n).padStart(6, '0')}`;
  return series ? `${series}-${number}` : number;
}
