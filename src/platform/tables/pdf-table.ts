import { euros, shortDate, typeset } from '../../kernel/french.js';
import { type Grid, type GridCell, type GridKind, type GridRow, lineAmount } from '../../kernel/grid.js';
import type { Table } from '../pdf/index.js';

/** A grid whose rows were all read, as a printed table; what is summed is carried from page to page. */
export function pdfTable({ columns: all }: Pick<Grid, 'columns'>, rows: readonly GridRow[], summary: string): Table {
  const columns = all.map((column, at) => ({ ...column, at })).filter(({ sheetOnly }) => !sheetOnly);
  return {
    kind: 'table',
    summary,
    columns: columns.map(({ header, kind, whole, share = 1 }) => ({
      header,
      width: kind === 'text' && !whole ? share : 'fit',
      ...(kind === 'cents' || kind === 'count' ? { align: 'right' as const } : {}),
    })),
    rows: rows.map(({ kind = 'line', cells }) => ({
      kind,
      cells: columns.map((column) => printed(column.kind, cells[column.at] ?? null)),
    })),
    carried: columns.flatMap((column, place) =>
      column.summed
        ? [
            {
              column: place,
              of: (_: unknown, index: number) => amountOf(rows[index], column.at),
              format: (total: number) => printed(column.kind, total),
            },
          ]
        : [],
    ),
  };
}

function amountOf(row: GridRow | undefined, at: number): number {
  return (row?.kind ?? 'line') === 'line' ? lineAmount(row?.cells[at]) : 0;
}

function printed(kind: GridKind, cell: GridCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'cents' ? euros(cell) : String(cell);
  return typeof cell === 'string' ? typeset(cell) : shortDate(cell);
}
