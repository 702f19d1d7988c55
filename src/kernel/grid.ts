import type { Temporal } from './civil-time.js';
import { cents } from './money.js';

/** What a column holds: amounts are in cents, days are civil dates; each writer shows them in its own way. */
export type GridKind = 'text' | 'day' | 'count' | 'cents';

export interface GridColumn {
  readonly header: string;
  readonly kind: GridKind;
  /** Added up over the lines: its total at the end, and carried from page to page. Never the first column. */
  readonly summed?: boolean;
  /** Never broken over two lines in print: the number of a paper. */
  readonly whole?: boolean;
  /** Its share, in print, of the width that texts divide; 1 by default. */
  readonly share?: number;
  /** In spreadsheets only: a page is not as wide. */
  readonly sheetOnly?: boolean;
}

export type GridCell = string | number | Temporal.PlainDate | null;

export interface GridRow {
  /** As many as there are columns. */
  readonly cells: readonly GridCell[];
  /** `line` by default. */
  readonly kind?: 'line' | 'subtotal' | 'total';
}

/** A report as a table, said once: CSV, XLSX and PDF are written from it, its rows one after the other. */
export interface Grid {
  /** Short: it names the sheet. */
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: AsyncIterable<GridRow> | Iterable<GridRow>;
}

/** The grid with what its summed columns make at its end. */
export function withTotal(grid: Grid, label = 'Total'): Grid {
  return { ...grid, rows: totalled(grid, label) };
}

async function* totalled({ columns, rows }: Grid, label: string): AsyncGenerator<GridRow> {
  const totals = columns.map(({ summed }) => (summed ? 0 : null));
  for await (const row of rows) {
    yield row;
    addLine(totals, row);
  }
  yield { kind: 'total', cells: totals.map((total, at) => (at === 0 ? label : total)) };
}

/** Throws RangeError where a summed cell is not a whole number. */
function addLine(totals: (number | null)[], { kind = 'line', cells }: GridRow): void {
  if (kind !== 'line') return;
  for (const [at, total] of totals.entries()) {
    if (total !== null) totals[at] = cents(total + lineAmount(cells[at]));
  }
}

/** What a cell adds to its column; an empty one nothing. Throws RangeError on a text or a day. */
export function lineAmount(cell: GridCell | undefined): number {
  if (cell === null || cell === undefined) return 0;
  if (typeof cell !== 'number') throw new RangeError('only numbers are added up');
  return cell;
}
