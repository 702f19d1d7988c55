import type { Table, TableRow } from './blocks.js';
import { drawable } from './drawable-text.js';
import type { Sheet } from './sheet.js';
import type { TextStyle } from './text-style.js';

/**
 * Widths in points that fill the sheet: `fit` columns as wide as their widest text (reduced in proportion when they would
 * take three quarters of the sheet and leave the others less than their longest word), the others share the rest. `least`
 * is what the first one must hold besides.
 */
export function columnWidths(
  sheet: Sheet,
  table: Table,
  { padding, least }: { readonly padding: number; readonly least: number },
  styleOf: (kind: NonNullable<TableRow['kind']> | 'head') => TextStyle,
): number[] {
  const natural = table.columns.map((column, index) =>
    column.width === 'fit'
      ? Math.max(widestText(sheet, table, index, styleOf), index === 0 ? least + 0.01 : 0) + padding
      : 0,
  );
  const fitted = natural.reduce((sum, width) => sum + width, 0);
  const shares = table.columns.reduce((sum, { width }) => sum + (width === 'fit' ? 0 : width), 0);
  const words = table.columns.map(({ width }, index) =>
    width === 'fit' ? 0 : longestWord(sheet, table, index, styleOf) + padding,
  );
  const leastShared = words.reduce((sum, width) => sum + width, 0);
  const limit = Math.max(shares > 0 ? sheet.width * 0.75 : 0, sheet.width - leastShared);
  const scale = shares === 0 || fitted > limit ? limit / fitted : 1;
  const left = sheet.width - fitted * scale;
  // Where little is left, each has its longest word first.
  const first = left < sheet.width * 0.25 && left > leastShared - 0.01 ? words : words.map(() => 0);
  const spare = Math.max(0, left - first.reduce((sum, width) => sum + width, 0));
  return table.columns.map(({ width }, index) =>
    width === 'fit' ? natural[index]! * scale : first[index]! + (spare * width) / shares,
  );
}

function widestText(
  sheet: Sheet,
  table: Table,
  column: number,
  styleOf: (kind: NonNullable<TableRow['kind']> | 'head') => TextStyle,
): number {
  // Headings may break at a space: their longest word counts, so that « Prix unitaire » does not widen amounts.
  let widest = Math.max(
    ...drawable(table.columns[column]!.header)
      .split(/[ \n]/)
      .map((word) => sheet.widthOf(word, styleOf('head'))),
  );
  for (const row of table.rows) {
    const cell = cellAt(row, column);
    for (const line of drawable(cell).split('\n'))
      widest = Math.max(widest, sheet.widthOf(line, styleOf(row.kind ?? 'line')));
  }
  return widest + 0.01;
}

/** What a column needs that breaks its texts at spaces. */
function longestWord(
  sheet: Sheet,
  table: Table,
  column: number,
  styleOf: (kind: NonNullable<TableRow['kind']> | 'head') => TextStyle,
): number {
  const widest = (text: string, kind: NonNullable<TableRow['kind']> | 'head') =>
    Math.max(
      ...drawable(text)
        .split(/[ \n]/)
        .map((word) => sheet.widthOf(word, styleOf(kind))),
    );
  let longest = widest(table.columns[column]!.header, 'head');
  for (const row of table.rows) longest = Math.max(longest, widest(cellAt(row, column), row.kind ?? 'line'));
  return longest + 0.01;
}

/** The text of a row in a column; empty where the column is covered by a wider cell. */
function cellAt(row: TableRow, column: number): string {
  let at = 0;
  for (const cell of row.cells) {
    const span = typeof cell === 'string' ? 1 : (cell.span ?? 1);
    if (at === column && span === 1) return typeof cell === 'string' ? cell : cell.text;
    at += span;
  }
  return '';
}
