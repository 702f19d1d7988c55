import { stringify } from 'csv-stringify/sync';
import { shortDate } from '../../kernel/french.js';
import type { Grid, GridCell, GridKind, GridRow } from '../../kernel/grid.js';
import type { Cents } from '../../kernel/money.js';

/** Rows that are written at once. */
const ROWS_AT_ONCE = 500;

/**
 * A grid as a spreadsheet set in French opens it: semicolons, UTF-8 with its mark, Windows line ends, decimal commas. A
 * text that a spreadsheet would run as a formula gets an apostrophe in front. In pieces, as its rows come.
 */
export async function* gridCsv({ columns, rows }: Grid): AsyncGenerator<string> {
  let waiting = [columns.map(({ header }) => disarmed(header))];
  let bom = true;
  const flush = () => {
    const text = stringify(waiting, { delimiter: ';', bom, record_delimiter: 'windows' });
    waiting = [];
    bom = false;
    return text;
  };
  for await (const row of rows) {
    waiting.push(textsOf(columns, row));
    if (waiting.length >= ROWS_AT_ONCE) yield flush();
  }
  if (waiting.length > 0) yield flush();
}

function textsOf(columns: Grid['columns'], { cells }: GridRow): string[] {
  return columns.map(({ kind }, at) => textOf(kind, cells[at] ?? null));
}

function textOf(kind: GridKind, cell: GridCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'cents' ? csvAmount(cell) : String(cell);
  return typeof cell === 'string' ? disarmed(cell) : shortDate(cell);
}

/** = + - @ and their like at the start of a text, full-width ones too, make a formula of it. */
function disarmed(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** « 1234,50 »: an amount that a spreadsheet adds up. */
export function csvAmount(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
