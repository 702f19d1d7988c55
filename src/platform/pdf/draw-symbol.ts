import type { PrintedSymbol } from './blocks.js';
import type { Sheet } from './sheet.js';
import { symbolShape } from './symbol.js';

/** Draws a code and its white margin in a square; black on white whatever the colour of the collectivité. */
export function drawSymbol(sheet: Sheet, symbol: PrintedSymbol, x: number, y: number, square: number): void {
  const { side, quiet, outlines } = symbolShape(symbol.kind, symbol.content);
  const unit = square / (side + 2 * quiet);
  sheet.figure(symbol.alt, [x, y, square], () => {
    const { doc } = sheet;
    for (const outline of outlines) {
      outline.forEach(([column, row], corner) => {
        const [at, down] = [x + (quiet + column) * unit, y + (quiet + row) * unit];
        if (corner === 0) doc.moveTo(at, down);
        else doc.lineTo(at, down);
      });
      doc.closePath();
    }
    doc.fill('#000000', 'even-odd');
  });
}
