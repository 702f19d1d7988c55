import type { CarriedTotal, Table, TableCell, TableColumn, TableRow } from './blocks.js';
import { heightOf, type Line, type Sheet } from './sheet.js';
import { STYLES, type TextStyle } from './text-style.js';
import { columnWidths } from './table-columns.js';

/** The longest label of a carried total. */
const CARRIED = 'À reporter';
const PAD_X = 6;
const PAD_Y = 4;

/** A row measured for the columns of its table: ready to be drawn, or cut when taller than a page. */
interface MeasuredRow {
  readonly cells: readonly MeasuredCell[];
  readonly kind: NonNullable<TableRow['kind']> | 'head' | 'carried';
  readonly height: number;
  readonly source?: { readonly row: TableRow; readonly index: number };
}

interface MeasuredCell {
  readonly lines: readonly Line[];
  readonly column: number;
  readonly span: number;
}

/**
 * Draws a table over as many pages as it needs: the heading comes back on each page, a row is never cut unless
 * it is taller than a page, a group is never parted from what follows nor a total from what precedes.
 */
export function drawTable(sheet: Sheet, table: Table): void {
  const widths = widthsOf(sheet, table);
  const measured = (cells: readonly TableCell[], kind: MeasuredRow['kind'], source?: MeasuredRow['source']) =>
    measure(sheet, cells, kind, widths, source);
  const head = measured(
    table.columns.map((column) => column.header),
    'head',
  );
  const carried = table.carried ?? [];
  const totals = carried.map(() => 0);
  const carriedRow = (label: string) => measured(carriedCells(table.columns, carried, totals, label), 'carried');
  const carriedHeight = carried.length ? carriedRow(CARRIED).height : 0;
  const room = sheet.capacity - head.height - 2 * carriedHeight;
  const rows = table.rows.flatMap((row, index) =>
    cutToFit(measured(row.cells, row.kind ?? 'line', { row, index }), room),
  );

  sheet.keep(head.height + heightTogether(rows, 0, room) + carriedHeight);
  sheet.within(
    'Table',
    () => {
      sheet.within('TR', () => drawRow(sheet, head, table.columns, widths, 'TH'));
      rows.forEach((row, index) => {
        const last = index === rows.length - 1;
        const needed = heightTogether(rows, index, room) + (last ? 0 : carriedHeight);
        if (index > 0 && sheet.y + needed > sheet.floor) {
          if (carried.length) drawSilently(sheet, carriedRow(CARRIED), table.columns, widths);
          sheet.newPage();
          drawSilently(sheet, head, table.columns, widths);
          if (carried.length) drawSilently(sheet, carriedRow('Report'), table.columns, widths);
        }
        sheet.within('TR', () => drawRow(sheet, row, table.columns, widths, 'TD'));
        const { source } = row;
        if (source) carried.forEach((total, at) => (totals[at]! += total.of(source.row, source.index)));
      });
    },
    table.summary ? { Summary: table.summary } : undefined,
  );
  sheet.y += 14;
}

/** How much of a table goes on the page where it begins: its heading and the first row, with those that stay with it. */
export function startHeight(sheet: Sheet, table: Table): number {
  const widths = widthsOf(sheet, table);
  const head = measure(
    sheet,
    table.columns.map(({ header }) => header),
    'head',
    widths,
  );
  const first: MeasuredRow[] = [];
  for (const row of table.rows) {
    const measured = measure(sheet, row.cells, row.kind ?? 'line', widths);
    if (first.length && !staysWithNext(first.at(-1)!, measured)) break;
    first.push(measured);
  }
  const carried = table.carried?.length ? 2 * PAD_Y + STYLES.cellNote.leading : 0;
  return head.height + heightTogether(first, 0, sheet.capacity - head.height) + carried;
}

/** Of the columns; the first one holds the labels of carried totals too. */
function widthsOf(sheet: Sheet, table: Table): number[] {
  const least = table.carried?.length ? sheet.widthOf(CARRIED, STYLES.cellNote) : 0;
  return columnWidths(sheet, table, { padding: 2 * PAD_X, least }, styleOf);
}

function styleOf(kind: MeasuredRow['kind']): TextStyle {
  if (kind === 'head') return STYLES.tableHead;
  if (kind === 'total') return STYLES.cellTotal;
  if (kind === 'carried') return STYLES.cellNote;
  return kind === 'line' ? STYLES.cell : STYLES.cellStrong;
}

function measure(
  sheet: Sheet,
  cells: readonly TableCell[],
  kind: MeasuredRow['kind'],
  widths: readonly number[],
  source?: MeasuredRow['source'],
): MeasuredRow {
  let column = 0;
  const measured = cells.map((cell): MeasuredCell => {
    const { text, note = '', span = 1 } = typeof cell === 'string' ? { text: cell } : cell;
    const width = spanned(widths, column, span) - 2 * PAD_X;
    const lines = [...sheet.lines(text, styleOf(kind), width), ...sheet.lines(note, STYLES.cellNote, width)];
    column += span;
    return { lines, column: column - span, span };
  });
  if (column !== widths.length) throw new RangeError(`a row covers ${column} columns in a table of ${widths.length}`);
  return { cells: measured, kind, height: rowHeight(measured), ...(source ? { source } : {}) };
}

function rowHeight(cells: readonly MeasuredCell[]): number {
  return Math.max(STYLES.cellNote.leading, ...cells.map((cell) => heightOf(cell.lines))) + 2 * PAD_Y;
}

function spanned(widths: readonly number[], column: number, span: number): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}

/** Usually the row itself; several pieces when it is taller than a page. Only the last one counts in totals. */
function cutToFit(row: MeasuredRow, room: number): MeasuredRow[] {
  const pieces: MeasuredRow[] = [];
  let rest = row;
  while (rest.height > room) {
    const inner = room - 2 * PAD_Y;
    const counts = rest.cells.map((cell) => linesWithin(cell.lines, inner));
    const here = rest.cells.map((cell, at) => ({ ...cell, lines: cell.lines.slice(0, counts[at]) }));
    const after = rest.cells.map((cell, at) => ({ ...cell, lines: cell.lines.slice(counts[at]) }));
    pieces.push({ cells: here, kind: row.kind, height: rowHeight(here) });
    rest = { ...rest, cells: after, height: rowHeight(after) };
  }
  return [...pieces, rest];
}

function linesWithin(lines: readonly Line[], height: number): number {
  let used = 0;
  const over = lines.findIndex((line) => (used += line.style.leading) > height);
  return over === -1 ? lines.length : Math.max(1, over);
}

/** The height of a row and of those that must stay on its page; the row's alone when together they exceed a page. */
function heightTogether(rows: readonly MeasuredRow[], index: number, room: number): number {
  let height = rows[index]?.height ?? 0;
  for (let at = index; at + 1 < rows.length && staysWithNext(rows[at]!, rows[at + 1]!); at += 1) {
    height += rows[at + 1]!.height;
  }
  return height > room ? (rows[index]?.height ?? 0) : height;
}

function staysWithNext(row: MeasuredRow, next: MeasuredRow): boolean {
  return row.kind === 'group' || next.kind === 'subtotal' || next.kind === 'total';
}

/** Its words take the room of all the columns before the first total. */
function carriedCells(
  columns: readonly TableColumn[],
  carried: readonly CarriedTotal[],
  totals: readonly number[],
  label: string,
): TableCell[] {
  const first = Math.min(...carried.map(({ column }) => column));
  const cells = columns.slice(first).map((_, offset): TableCell => {
    const at = carried.findIndex(({ column }) => column === first + offset);
    return at === -1 ? '' : carried[at]!.format(totals[at]!);
  });
  return [{ text: label, span: first }, ...cells];
}

/** A repeated heading or a carried total: there for the eye, once already said for the ear. */
function drawSilently(
  sheet: Sheet,
  row: MeasuredRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
): void {
  drawRow(sheet, row, columns, widths, 'Artifact');
}

function drawRow(
  sheet: Sheet,
  row: MeasuredRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
  as: 'TH' | 'TD' | 'Artifact',
): void {
  drawGround(sheet, row);
  for (const cell of row.cells) {
    const width = spanned(widths, cell.column, cell.span);
    const x = sheet.left + spanned(widths, 0, cell.column) + PAD_X;
    const align = cell.span > 1 ? 'left' : columns[cell.column]!.align;
    const y = row.kind === 'head' ? sheet.y + row.height - PAD_Y - heightOf(cell.lines) : sheet.y + PAD_Y;
    const draw = () => void sheet.put(cell.lines, x, y, width - 2 * PAD_X, align);
    if (as === 'Artifact') sheet.artifact('Pagination', draw);
    else sheet.tag(as, draw, attributesOf(as, cell));
  }
  sheet.y += row.height;
}

function attributesOf(as: 'TH' | 'TD', cell: MeasuredCell): Record<string, string | number> | undefined {
  if (as === 'TH') return { Scope: 'Column' };
  return cell.span > 1 ? { ColSpan: cell.span } : undefined;
}

function drawGround(sheet: Sheet, row: MeasuredRow): void {
  const bottom = sheet.y + row.height;
  if (row.kind === 'group' || row.kind === 'total')
    sheet.fill(sheet.left, sheet.y, sheet.width, row.height, sheet.tint);
  if (row.kind === 'total') sheet.line(sheet.y, sheet.accent, 1);
  if (row.kind === 'head') sheet.line(bottom, sheet.accent, 1);
  else sheet.line(bottom, sheet.rule, 0.5);
}
