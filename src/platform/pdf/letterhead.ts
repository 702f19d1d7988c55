import type { Letterhead } from './blocks.js';
import { drawable } from './drawable-text.js';
import { drawPair, pairLines, widest } from './prose.js';
import { heightOf, MM, type Sheet } from './sheet.js';
import { STYLES } from './text-style.js';

// A4 folded in three in a DL or C5/6 envelope (110 × 220 mm), window of 35 × 100 mm at 20 mm from the right and
// bottom edges. The letter may slide by 11 mm downwards and 10 mm sideways: what lies at 55-79 mm from the top
// and 100-190 mm from the left of the sheet is always seen. Six lines of 4.2 mm are what the window can hold.
const ADDRESS = { x: 105 * MM, y: 54.5 * MM, width: 84 * MM };
const FOLD = 99 * MM;
const ADDRESS_LINES = 6;

/** Throws RangeError when the recipient has more than six lines. */
export function drawLetterhead(sheet: Sheet, block: Letterhead): void {
  sheet.newPage();
  sheet.fill(0, 0, sheet.doc.page.width, 2 * MM, sheet.accent);
  const width = block.recipient ? 82 * MM : sheet.width * 0.55;
  const name = sheet.lines(block.emitter.name, STYLES.emitterName, width);
  const lines = block.emitter.lines.flatMap((line) => sheet.lines(line, STYLES.emitterLine, width));
  sheet.tag('P', () => {
    sheet.put(name, sheet.left, sheet.y, width);
    sheet.put(lines, sheet.left, sheet.y + heightOf(name) + 2, width);
  });
  const bottom = sheet.y + heightOf(name) + 2 + heightOf(lines);
  if (block.recipient) drawRecipient(sheet, block.recipient);
  const references = drawReferences(sheet, block, bottom);
  sheet.y = Math.max(bottom + 20, references, block.recipient ? FOLD : 0);
}

function drawRecipient(sheet: Sheet, recipient: readonly string[]): void {
  const lines = recipient.map(drawable).filter((line) => line.trim() !== '');
  if (lines.length > ADDRESS_LINES) {
    throw new RangeError(`an address has at most ${ADDRESS_LINES} lines, not ${lines.length}`);
  }
  // A long line makes the whole address smaller rather than wrap: a seventh line would hide under the window's edge.
  const widest = Math.max(ADDRESS.width, ...lines.map((line) => sheet.widthOf(line, STYLES.address)));
  const style = { ...STYLES.address, size: (STYLES.address.size * ADDRESS.width) / widest };
  const shown = lines.map((text) => ({ text: text.replaceAll('\n', ' '), style }));
  sheet.tag('P', () => sheet.put(shown, ADDRESS.x, ADDRESS.y, ADDRESS.width));
}

/** Under the emitter when the window takes the right half, else at the right; gives where they end. */
function drawReferences(sheet: Sheet, block: Letterhead, emitterBottom: number): number {
  const references = block.references ?? [];
  if (!references.length) return 0;
  const width = block.recipient ? 78 * MM : sheet.width * 0.4;
  const x = block.recipient ? sheet.left : sheet.right - width;
  const start = sheet.y;
  sheet.y = block.recipient ? Math.max(emitterBottom + 14, ADDRESS.y) : start;
  const labels = widest(sheet, references, width * 0.5);
  sheet.within('L', () => {
    for (const reference of references) {
      const pair = pairLines(sheet, reference, labels, width);
      drawPair(sheet, pair, x, labels, width);
      sheet.y += pair.height;
    }
  });
  return sheet.y + 20;
}
