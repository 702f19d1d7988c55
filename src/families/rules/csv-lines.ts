import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { typeset } from '../../kernel/french.js';

export interface CsvLine {
  /** Number of its first line in the file, from 1, as an editor shows it. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly delimiter: ';' | ',' | '\t';
  readonly header: CsvLine;
  /** Lines that have as many cells as the header. */
  readonly lines: readonly CsvLine[];
  /** Lines that could not be cut in cells, in the order of the file. */
  readonly damaged: readonly { readonly number: number; readonly text: string; readonly reason: string }[];
}

/** More lines than this in one quoted cell is a forgotten quote, not an address. */
const LONGEST_CELL = 20;

/** With more damaged lines than this, it is the file that is damaged: the rest would tell nothing more. */
const MOST_DAMAGED = 3000;

const UNCLOSED = typeset('guillemet " ouvert et jamais refermé : retirez-le ou doublez-le');
const STOPPED = typeset(
  `${MOST_DAMAGED} lignes abîmées : la lecture s’arrête ici, enregistrez à nouveau le fichier depuis votre tableur`,
);

/**
 * Cuts a CSV text, its lines ended by `\n`, in lines and cells. The delimiter is read from the header. Blank lines,
 * and those that hold only delimiters, are left out but counted. A damaged line never hides the ones after it, up to 3 000 of them.
 * Throws RangeError on a blank text.
 */
export function readCsv(text: string): CsvTable {
  const rows = text.split('\n');
  let index = rows.findIndex((row) => row.trim() !== '');
  if (index === -1) throw new RangeError('a blank text has no header');
  // Spreadsheets write « sep=; » before the header to announce the delimiter.
  if (/^sep=.$/i.test(rows[index]!.trim())) index += 1;
  const delimiter = delimiterOf(rows[index] ?? '');
  const first = cut(rows, index, delimiter);
  const header = { number: index + 1, cells: (first ?? { cells: [rows[index] ?? ''] }).cells };
  index += first?.height ?? 1;

  const lines: CsvLine[] = [];
  const damaged: { number: number; text: string; reason: string }[] = [];
  while (index < rows.length && damaged.length < MOST_DAMAGED) {
    const number = index + 1;
    const record = cut(rows, index, delimiter, header.cells.length);
    index += record?.height ?? 1;
    if (!record) {
      damaged.push({ number, text: rows[number - 1]!, reason: UNCLOSED });
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      const cells = withoutEmptyTail(record.cells, header.cells.length);
      if (cells.length === header.cells.length) lines.push({ number, cells });
      else damaged.push({ number, text: rows[number - 1]!, reason: wrongCount(cells.length, header.cells.length) });
    }
  }
  if (damaged.length === MOST_DAMAGED) damaged.push({ number: index, text: '', reason: STOPPED });
  return { delimiter, header, lines, damaged };
}

function delimiterOf(header: string): CsvTable['delimiter'] {
  const bare = header.replace(/"[^"]*"/g, '');
  const counted = ([';', ',', '\t'] as const).map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).delimiter;
}

/**
 * The record that starts at a row and the number of rows it takes; null when a quote opened there is never closed, or
 * closes only by swallowing other records.
 */
function cut(
  rows: readonly string[],
  start: number,
  delimiter: string,
  width?: number,
): { readonly cells: readonly string[]; readonly height: number } | null {
  const row = rows[start] ?? '';
  if (!row.includes('"')) return { cells: row.split(delimiter), height: 1 };
  const alone = parseRecord(row, delimiter, true);
  if (alone !== 'unclosed') return alone && { cells: alone, height: 1 };
  const end = Math.min(start + LONGEST_CELL, rows.length);
  for (let next = start + 1; next < end; next++) {
    if (!rows[next]!.includes('"')) continue;
    const cells = parseRecord(rows.slice(start, next + 1).join('\n'), delimiter, false);
    if (cells === 'unclosed') continue;
    const sound =
      cells !== null && (width === undefined || (cells.length === width && !swallows(cells, delimiter, width)));
    return sound ? { cells, height: next + 1 - start } : null;
  }
  return null;
}

function parseRecord(text: string, delimiter: string, lenient: boolean): string[] | 'unclosed' | null {
  try {
    const records = parse(text, { delimiter, record_delimiter: '\n', relax_quotes: lenient, max_record_size: 0 });
    return records.length === 1 ? records[0]! : null;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : null;
  }
}

/** Two forgotten quotes, lines apart, make one cell of everything between them. */
function swallows(cells: readonly string[], delimiter: string, width: number): boolean {
  return cells.some((cell) => cell.includes('\n') && cell.split(delimiter).length >= width);
}

function withoutEmptyTail(cells: readonly string[], width: number): readonly string[] {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : cells;
}

function wrongCount(found: number, expected: number): string {
  return typeset(
    `${found} colonnes au lieu de ${expected} : il manque un séparateur, ou il y en a un de trop dans une valeur (entourez-la de guillemets)`,
  );
}
