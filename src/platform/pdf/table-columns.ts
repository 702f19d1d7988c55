import type { Table, TableRow } from './blocks.js';
import { drawable } from './drawable-text.js';
import type { Sheet } from './sheet.js';
import type { TextStyle } from './text-style.js';

/**
 * Widths in points that fill the sheet: `fit` columns as wide as their widest text (reduced in proportion when
 * they would take more than the sheet can give), the others share the rest. `least` is what the first one must hold besides.
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
  const limit = shares > 0 ? sheet.width * 0.75 : sheet.width;
  const scale = shares === 0 || fitted > limit ? limit / fitted : 1;
  const left = sheet.width - fitted * scale;
  return table.columns.map(({ width }, index) => (width === 'fit' ? natural[index]! * scale : (left * width) / shares));
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
