import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/** `machine`: digits of one width, for lines that optical readers follow. */
export type FontWeight = 'regular' | 'semibold' | 'machine';

const FILES: Record<FontWeight, string> = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  semibold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  machine: '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
};

const parsed = new Map<FontWeight, fontkit.Font>();

/** Source Sans 3 and Source Code Pro (OFL-1.1), parsed once per process and shared by all documents: several times faster than per document. */
export function font(weight: FontWeight): fontkit.Font {
  let face = parsed.get(weight);
  if (!face) {
    face = fontkit.openSync(createRequire(import.meta.url).resolve(FILES[weight])) as fontkit.Font;
    nameGlyphs(face);
    shapeOnce(face);
    parsed.set(weight, face);
  }
  return face;
}

/** True when every weight of texts can draw this character. */
export function canDraw(codePoint: number): boolean {
  return font('regular').hasGlyphForCodePoint(codePoint) && font('semibold').hasGlyphForCodePoint(codePoint);
}

// A parsed font remembers, for each glyph, the first character it was asked for, and writes it in each later
// document as the text to copy. Space and no-break space share a glyph: without a fixed order the bytes of a
// document would depend on the documents made before it. Ligatures (U+FB00…) stay spelled by their letters.
function nameGlyphs(face: fontkit.Font): void {
  for (const codePoint of [...face.characterSet].sort((a, b) => a - b)) {
    if (codePoint < 0xfb00 || codePoint > 0xfb06) face.glyphForCodePoint(codePoint);
  }
}

const MOST_RUNS = 50_000;

/**
 * Shaping (ligatures, kerning) is the costly part of a page, and documents say the same words: each is shaped once for all
 * the documents of the process. Who asked scales the positions in place: each gets its own.
 */
function shapeOnce(face: fontkit.Font): void {
  const shape = face.layout.bind(face);
  const runs = new Map<string, fontkit.GlyphRun>();
  face.layout = (text, ...how) => {
    if (how.some((one) => one !== undefined)) return shape(text, ...how);
    let run = runs.get(text);
    if (run === undefined) {
      if (runs.size >= MOST_RUNS) runs.clear();
      run = shape(text);
      runs.set(text, run);
    }
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as fontkit.GlyphRun, run, { positions });
  };
}
