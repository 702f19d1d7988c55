import { describe, expect, it } from '@jest/globals';
import { wrapLines } from './line-wrap.js';

const oneEach = (text: string): number => [...text].length;

describe('wrapping lines', () => {
  it.each([
    ['breaks at spaces and keeps the space', 'un deux trois', 6, ['un ', 'deux ', 'trois']],
    ['does not count the space at the end', 'un deux', 2, ['un ', 'de', 'ux']],
    ['never breaks at a no-break space', '12\u00a0€ et 3\u202f000\u00a0€', 8, ['12\u00a0€ et ', '3\u202f000\u00a0€']],
    ['breaks after a hyphen between letters', 'Saint-Étienne', 7, ['Saint-', 'Étienne']],
    ['does not break dates or ranges', '2026-11', 5, ['2026-', '11']],
    ['keeps the breaks of the text', 'un\n\ndeux', 10, ['un', '', 'deux']],
    ['never cuts a pair of surrogates', '𝒜𝒷𝒸', 1, ['𝒜', '𝒷', '𝒸']],
    ['ends even in no width', 'abc', 0, ['a', 'b', 'c']],
  ])('%s', (_, text, width, lines) => expect(wrapLines(text, width, oneEach)).toEqual(lines));
});
