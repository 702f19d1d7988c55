import type { Callout, KeyValues, LabelledValue, Notice, PdfBlock, Signatures } from './blocks.js';
import { drawSymbol } from './draw-symbol.js';
import { heightOf, type Line, MM, type Sheet } from './sheet.js';
import { startHeight } from './table.js';
import { STYLES, type TextStyle } from './text-style.js';

type BlockOf<Kind extends PdfBlock['kind']> = Extract<PdfBlock, { kind: Kind }>;

export function drawTitle(sheet: Sheet, block: BlockOf<'title'>): void {
  const title = sheet.lines(block.text, STYLES.title, sheet.width);
  const subtitle = sheet.lines(block.subtitle ?? '', STYLES.subtitle, sheet.width);
  sheet.keep(heightOf(title) + heightOf(subtitle) + 60);
  sheet.tag('H1', () => (sheet.y += sheet.put(title, sheet.left, sheet.y, sheet.width)));
  if (subtitle.length) sheet.tag('P', () => (sheet.y += sheet.put(subtitle, sheet.left, sheet.y, sheet.width)));
  sheet.y += 14;
}

/** A heading never stands alone at the foot of a page: it goes with the start of the next block, or all of it when it cannot be cut. */
export function drawHeading(sheet: Sheet, block: BlockOf<'heading'>, next: PdfBlock | undefined): void {
  const lines = sheet.lines(block.text, STYLES.heading, sheet.width);
  sheet.keep(heightOf(lines) + 11 + (next?.kind === 'table' ? startHeight(sheet, next) : startOf(next)));
  sheet.y += 6;
  sheet.tag('H2', () => (sheet.y += sheet.put(lines, sheet.left, sheet.y, sheet.width)));
  sheet.y += 5;
}

function startOf(next: PdfBlock | undefined): number {
  return next?.kind === 'signatures' || next?.kind === 'notice' || next?.kind === 'callout' ? 179 : 59;
}

const TONES: Record<'normal' | 'strong' | 'small', TextStyle> = {
  normal: STYLES.body,
  strong: STYLES.strong,
  small: STYLES.small,
};

export function drawParagraph(sheet: Sheet, block: BlockOf<'paragraph'>): void {
  flow(sheet, sheet.lines(block.text, TONES[block.tone ?? 'normal'], sheet.width));
  sheet.y += 7;
}

/** Text that may run over pages, two lines at least on each side of the cut when it can. */
function flow(sheet: Sheet, lines: readonly Line[], type = 'P'): void {
  let rest = lines;
  while (rest.length) {
    sheet.keep(heightOf(rest.slice(0, rest.length <= 3 ? 3 : 2)));
    const leading = rest[0]!.style.leading;
    const room = Math.max(1, Math.floor((sheet.floor - sheet.y) / leading + 1e-6));
    const taken = room >= rest.length ? rest.length : Math.max(1, room === rest.length - 1 ? room - 1 : room);
    const here = rest.slice(0, taken);
    sheet.tag(type, () => (sheet.y += sheet.put(here, sheet.left, sheet.y, sheet.width)));
    rest = rest.slice(taken);
    if (rest.length) sheet.newPage();
  }
}

export function drawKeyValues(sheet: Sheet, block: KeyValues): void {
  const columns = block.columns ?? 1;
  const gap = 24;
  const width = (sheet.width - gap * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(block.rows.length / columns) }, (_, row) =>
    block.rows.slice(row * columns, (row + 1) * columns),
  );
  const labels = widest(sheet, block.rows, width * 0.45);
  sheet.within('L', () => {
    for (const row of rows) {
      const pairs = row.map((pair) => pairLines(sheet, pair, labels, width));
      if (pairs.some((pair) => pair.height > sheet.capacity)) {
        for (const [label, value] of row) sheet.within('LI', () => flowPair(sheet, label, value));
        continue;
      }
      sheet.keep(Math.max(...pairs.map((pair) => pair.height)));
      pairs.forEach((pair, column) => drawPair(sheet, pair, sheet.left + column * (width + gap), labels, width));
      sheet.y += Math.max(...pairs.map((pair) => pair.height)) + 1;
    }
  });
  sheet.y += 9;
}

/** A value longer than a page: its label above, and the text runs on. */
function flowPair(sheet: Sheet, label: string, value: string): void {
  flow(sheet, sheet.lines(label, STYLES.label, sheet.width), 'Lbl');
  sheet.within('LBody', () => flow(sheet, sheet.lines(value, STYLES.body, sheet.width)));
}

interface PairLines {
  readonly label: readonly Line[];
  readonly value: readonly Line[];
  readonly height: number;
}

export function widest(sheet: Sheet, rows: readonly LabelledValue[], limit: number): number {
  return Math.min(limit, Math.max(0, ...rows.map(([label]) => sheet.widthOf(label, STYLES.label))) + 12);
}

export function pairLines(sheet: Sheet, [label, value]: LabelledValue, labelWidth: number, width: number): PairLines {
  const lines = {
    label: sheet.lines(label, STYLES.label, labelWidth - 12),
    value: sheet.lines(value, STYLES.strong, width - labelWidth),
  };
  return { ...lines, height: Math.max(heightOf(lines.label), heightOf(lines.value)) };
}

export function drawPair(sheet: Sheet, pair: PairLines, x: number, labelWidth: number, width: number): void {
  sheet.within('LI', () => {
    sheet.tag('Lbl', () => sheet.put(pair.label, x, sheet.y, labelWidth));
    sheet.tag('LBody', () => sheet.put(pair.value, x + labelWidth, sheet.y, width - labelWidth));
  });
}

export function drawCallout(sheet: Sheet, block: Callout): void {
  const padding = 12;
  const width = sheet.width - 2 * padding - 4;
  const figure = sheet.lines(block.value, STYLES.figure, width * 0.5);
  const left = [
    ...sheet.lines(block.label, STYLES.strong, width * 0.5),
    ...sheet.lines(block.note ?? '', STYLES.small, width * 0.5),
  ];
  const inner = Math.max(heightOf(figure), heightOf(left));
  const height = inner + 2 * padding;
  sheet.keep(height + 10);
  sheet.fill(sheet.left, sheet.y, sheet.width, height, sheet.tint);
  sheet.fill(sheet.left, sheet.y, 4, height, sheet.accent);
  const x = sheet.left + 4 + padding;
  sheet.tag('P', () => {
    sheet.put(left, x, sheet.y + padding + (inner - heightOf(left)) / 2, width);
    sheet.put(figure, x, sheet.y + padding + (inner - heightOf(figure)) / 2, width, 'right');
  });
  sheet.y += height + 14;
}

/** Large enough for the camera of an old telephone, at arm's length. */
const SYMBOL_SIDE = 28 * MM;

/** A notice stays whole when a page can hold it; a longer one is drawn as a plain text that runs on. */
export function drawNotice(sheet: Sheet, block: Notice): void {
  const padding = 10;
  const beside = block.symbol ? SYMBOL_SIDE + padding : 0;
  const width = sheet.width - 2 * padding - beside;
  const title = sheet.lines(block.title ?? '', STYLES.strong, width);
  const text = sheet.lines(block.text, STYLES.small, width);
  const height = Math.max(heightOf(title) + heightOf(text), block.symbol ? SYMBOL_SIDE : 0) + 2 * padding;
  if (height > sheet.capacity) {
    flow(sheet, title);
    flow(sheet, sheet.lines(block.text, STYLES.small, sheet.width));
    sheet.y += 12;
    if (block.symbol) {
      sheet.keep(SYMBOL_SIDE);
      drawSymbol(sheet, block.symbol, sheet.left, sheet.y, SYMBOL_SIDE);
      sheet.y += SYMBOL_SIDE + 12;
    }
    return;
  }
  sheet.keep(height);
  sheet.frame(sheet.left, sheet.y, sheet.width, height, sheet.rule);
  const x = sheet.left + padding;
  if (title.length) sheet.tag('P', () => sheet.put(title, x, sheet.y + padding, width));
  sheet.tag('P', () => sheet.put(text, x, sheet.y + padding + heightOf(title), width));
  if (block.symbol)
    drawSymbol(sheet, block.symbol, sheet.right - padding - SYMBOL_SIDE, sheet.y + padding, SYMBOL_SIDE);
  sheet.y += height + 12;
}

export function drawSignatures(sheet: Sheet, block: Signatures): void {
  const gap = 16;
  const padding = 9;
  const width = (sheet.width - gap * (block.frames.length - 1)) / block.frames.length;
  const frames = block.frames.map((frame) => [
    ...sheet.lines(frame.title, STYLES.strong, width - 2 * padding),
    ...(frame.lines ?? []).flatMap((line) => sheet.lines(line, STYLES.small, width - 2 * padding)),
  ]);
  const roomToSign = 62;
  const height = Math.max(...frames.map(heightOf)) + 2 * padding + roomToSign;
  const statement = sheet.lines(block.statement ?? '', STYLES.body, sheet.width);
  sheet.keep(heightOf(statement) + height + 12);
  if (statement.length) sheet.tag('P', () => (sheet.y += sheet.put(statement, sheet.left, sheet.y, sheet.width)));
  sheet.y += 12;
  frames.forEach((lines, index) => {
    const x = sheet.left + index * (width + gap);
    sheet.frame(x, sheet.y, width, height, sheet.rule);
    sheet.tag('P', () => sheet.put(lines, x + padding, sheet.y + padding, width - 2 * padding));
  });
  sheet.y += height + 12;
}
