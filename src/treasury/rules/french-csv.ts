import { stringify } from 'csv-stringify/sync';
import type { Cents } from '../../kernel/money.js';

/**
 * A table as a spreadsheet set in French opens it: semicolons, UTF-8 with its mark, Windows line ends. A text that a
 * spreadsheet would run as a formula (= + - @ and their like) gets an apostrophe in front.
 */
export function frenchCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}

/** « 1234,50 »: an amount that a spreadsheet adds up. */
export function csvAmount(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
