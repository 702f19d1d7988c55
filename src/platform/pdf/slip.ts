import type { Slip } from './blocks.js';
import { drawSymbol } from './draw-symbol.js';
import { heightOf, MM, type Sheet } from './sheet.js';
import { STYLES } from './text-style.js';

const SYMBOL_SIDE = 24 * MM;
const GAP = 14;
const ABOVE_CUT = 8;
const UNDER_CUT = 10;
const ABOVE_MACHINE_LINES = 8;

/** Takes the foot of the page, from its dashed cut down to the lines for machines. Throws RangeError where a page has no room. */
export function drawSlip(sheet: Sheet, { cut, columns, machineLines, symbol }: Slip): void {
  const width = sheet.width - (symbol ? SYMBOL_SIDE + GAP : 0);
  const each = (width - GAP * (columns.length - 1)) / columns.length;
  const texts = columns.map(({ title, lines }) => [
    ...sheet.lines(title, STYLES.label, each),
    ...lines.flatMap((line, index) => sheet.lines(line, index === 0 ? STYLES.cellStrong : STYLES.cell, each)),
  ]);
  const label = sheet.lines(cut, STYLES.small, sheet.width);
  const body = Math.max(...texts.map(heightOf), symbol ? SYMBOL_SIDE : 0);
  const read = machineLines.map((text) => ({ text, style: STYLES.machine }));
  const height = ABOVE_CUT + heightOf(label) + UNDER_CUT + body + ABOVE_MACHINE_LINES + heightOf(read);
  if (height > sheet.floor - sheet.y) throw new RangeError('a page has no room left for its slip');
  const top = sheet.reserve(height) + ABOVE_CUT;
  dashes(sheet, top);
  sheet.tag('P', () => sheet.put(label, sheet.left, top + 2, sheet.width, 'right'));
  const y = top + heightOf(label) + UNDER_CUT;
  for (const [index, lines] of texts.entries())
    sheet.tag('P', () => sheet.put(lines, sheet.left + index * (each + GAP), y, each));
  if (symbol) drawSymbol(sheet, symbol, sheet.right - SYMBOL_SIDE, y, SYMBOL_SIDE);
  sheet.tag('P', () => sheet.put(read, sheet.left, y + body + ABOVE_MACHINE_LINES, sheet.width));
}

/** From edge to edge: the sheet is cut there. */
function dashes(sheet: Sheet, y: number): void {
  const { doc } = sheet;
  sheet.artifact('Layout', () =>
    doc
      .lineWidth(0.7)
      .dash(4, { space: 3 })
      .moveTo(0, y)
      .lineTo(doc.page.width, y)
      .stroke(STYLES.small.colour)
      .undash(),
  );
}
