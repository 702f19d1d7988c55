import { datamatrix, type DrawingContext, qrcode } from 'bwip-js/node';

/** A two-dimensional code that a telephone, or the reader of a buraliste, takes a text from. */
export type SymbolKind = 'QR' | 'DATA_MATRIX';

export type Corner = readonly [x: number, y: number];

/** A code as closed outlines to fill, even-odd; one unit is the side of a module. */
export interface SymbolShape {
  readonly side: number;
  /** Modules to leave white around it, as its standard asks. */
  readonly quiet: number;
  readonly outlines: readonly (readonly Corner[])[];
}

const QUIET: Record<SymbolKind, number> = { QR: 4, DATA_MATRIX: 1 };

/** The codes of the last papers: a file of many letters has the same page of payment in each, and a code takes its time. */
const SHAPES = new Map<string, SymbolShape>();
const MOST_SHAPES = 50;

/** QR (ISO/IEC 18004, level M) or DataMatrix ECC 200 (ISO/IEC 16022). Throws Error on a text too long for one. */
export function symbolShape(kind: SymbolKind, text: string): SymbolShape {
  const key = `${kind} ${text}`;
  const known = SHAPES.get(key) ?? computed(kind, text);
  SHAPES.delete(key);
  SHAPES.set(key, known);
  if (SHAPES.size > MOST_SHAPES) SHAPES.delete(SHAPES.keys().next().value!);
  return known;
}

function computed(kind: SymbolKind, text: string): SymbolShape {
  const drawn = new Outlines();
  const draw = kind === 'QR' ? qrcode : datamatrix;
  draw({ bcid: kind, text, scale: 1 }, drawn);
  return { side: drawn.side, quiet: QUIET[kind], outlines: drawn.outlines };
}

/** What the library draws on: it tells the size and the outlines, and nothing is painted. */
class Outlines implements DrawingContext<void> {
  side = 0;
  readonly outlines: Corner[][] = [];

  scale(): [number, number] {
    return [1, 1];
  }

  measure(): { width: number; ascent: number; descent: number } {
    return { width: 0, ascent: 0, descent: 0 };
  }

  init(width: number): void {
    this.side = width;
  }

  polygon(corners: [number, number][]): void {
    this.outlines.push(corners);
  }

  line = notDrawn;
  hexagon = notDrawn;
  ellipse = notDrawn;
  text = notDrawn;

  fill(): void {
    // One colour: nothing to remember.
  }

  end(): void {
    // Whoever gave this object reads it.
  }
}

function notDrawn(): never {
  throw new Error('a two-dimensional code is made of squares only');
}
