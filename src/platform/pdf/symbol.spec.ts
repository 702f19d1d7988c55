import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { renderPdf } from './index.js';
import { type Corner, type SymbolKind, symbolShape } from './symbol.js';

const PAGE = 'https://famille.valmont.example/factures/57';
/** As long, and as full of spaces, as the code of a talon. */
const TALON = `${' '.repeat(64)}012100300264940033000160 37010000020260000170123454985806     4560`;

describe('a two-dimensional code', () => {
  it.each<[SymbolKind, string, number]>([
    ['QR', PAGE, 33],
    ['DATA_MATRIX', TALON, 36],
  ])('%s is as small as its text allows', (kind, text, side) => {
    const shape = symbolShape(kind, text);
    expect(shape.side).toBe(side);
    expect(shape.outlines.flat().every((corner) => corner.every((at) => at >= 0 && at <= side))).toBe(true);
  });

  it('has the three corners by which a camera finds a QR code', () => {
    const { side, outlines } = symbolShape('QR', PAGE);
    const squares = outlines
      .filter((outline) => sideOf(outline) === 7)
      .map((outline) => JSON.stringify(cornerOf(outline)));
    expect(squares.sort()).toEqual(['[0,0]', `[0,${side - 7}]`, `[${side - 7},0]`]);
  });

  it('refuses a text that no code can hold', () => {
    expect(() => symbolShape('DATA_MATRIX', 'é'.repeat(4000))).toThrow();
  });
});

const readers = ['pdftoppm', 'zbarimg', 'dmtxread'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
if (!readers) console.warn('pdftoppm, zbarimg or dmtxread is not installed: the codes are not read back');

(readers ? describe : describe.skip)('a printed code', () => {
  it.each<[SymbolKind, string, (png: Buffer) => string]>([
    ['QR', PAGE, (png) => run('zbarimg', ['--quiet', '--raw', '-'], png).toString().trimEnd()],
    ['DATA_MATRIX', TALON, (png) => run('dmtxread', ['-N', '1', '-'], png).toString()],
  ])('%s is read back as it was written, and is said by its alternative', async (kind, content, read) => {
    const pdf = await renderPdf({
      title: 'Code',
      author: 'Mairie',
      createdAt: Temporal.Instant.from('2026-11-26T08:00:00Z'),
      content: [
        { kind: 'notice', title: 'Payer', text: 'En ligne.', symbol: { kind, content, alt: 'Code à scanner' } },
      ],
    });
    expect(read(run('pdftoppm', ['-r', '150', '-png', '-singlefile', '-'], pdf))).toBe(content);
    expect(pdf.toString('latin1')).toMatch(/\/S \/Figure\n\/Alt \(/);
  });
});

function run(tool: string, options: readonly string[], input: Buffer): Buffer {
  return spawnSync(tool, options, { input, maxBuffer: 50_000_000 }).stdout;
}

function cornerOf(outline: readonly Corner[]): Corner {
  return [Math.min(...outline.map(([x]) => x)), Math.min(...outline.map(([, y]) => y))];
}

/** Of a square; NaN where the outline is none. */
function sideOf(outline: readonly Corner[]): number {
  const [left, top] = cornerOf(outline);
  const [width, height] = [Math.max(...outline.map(([x]) => x)) - left, Math.max(...outline.map(([, y]) => y)) - top];
  return outline.length === 4 && width === height ? width : NaN;
}
