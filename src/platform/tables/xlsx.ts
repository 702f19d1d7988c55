import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Grid, GridCell, GridKind, GridRow } from '../../kernel/grid.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The most letters of the name of a sheet. */
const NAME_LENGTH = 31;
const FORMATS: Record<GridKind, string | undefined> = {
  text: undefined,
  day: 'dd/mm/yyyy',
  count: '0',
  cents: '#,##0.00',
};
/** In characters. */
const WIDTHS: Record<GridKind, number> = { text: 24, day: 12, count: 12, cents: 14 };

/** A grid as a workbook of one sheet, its head held in sight; written as its rows come, in flat memory. */
export function gridXlsx({ name, columns, rows }: Grid): Readable {
  const defined = columns.map(({ header, kind }) => {
    const numFmt = FORMATS[kind];
    return { header, width: Math.max(WIDTHS[kind], header.length + 2), ...(numFmt ? { numFmt } : {}) };
  });
  const sheet = writeXlsxStream(valuesOf(columns, rows), {
    name: name.slice(0, NAME_LENGTH),
    columns: defined,
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(sheet as Parameters<typeof Readable.fromWeb>[0]);
}

type Value = string | number | Date | null;

async function* valuesOf(columns: Grid['columns'], rows: Grid['rows']): AsyncGenerator<Value[]> {
  for await (const row of rows) yield valuesOfRow(columns, row);
}

function valuesOfRow(columns: Grid['columns'], { cells }: GridRow): Value[] {
  return columns.map(({ kind }, at) => valueOf(kind, cells[at] ?? null));
}

/** A text stays a text, never a formula; the one division of cents is here, as a spreadsheet knows only decimals. */
function valueOf(kind: GridKind, cell: GridCell): Value {
  if (cell === null || typeof cell === 'string') return cell;
  if (typeof cell === 'number') return kind === 'cents' ? cell / 100 : cell;
  return new Date(cell.toZonedDateTime('UTC').epochMilliseconds);
}
