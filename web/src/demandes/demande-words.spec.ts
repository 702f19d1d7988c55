import { describe, expect, it } from '@jest/globals';
import { concernedInWords } from './demande-words';

describe('what a demande is about, in words', () => {
  it.each([
    [[], null, null, ''],
    [['Léa'], null, null, 'Léa'],
    [['Léa', 'Tom', 'Zoé'], null, null, 'Léa, Tom et Zoé'],
    [[], '2026-11-26', '2026-11-26', 'le jeudi 26 novembre 2026'],
    [[], '2026-12-01', null, 'le mardi 1er décembre 2026'],
    [['Léa'], '2026-11-26', '2026-11-26', 'Léa, le jeudi 26 novembre 2026'],
    [['Léa', 'Tom'], '2026-11-26', '2026-12-01', 'Léa et Tom, du jeudi 26 novembre 2026 au mardi 1er décembre 2026'],
  ])('%j from %s to %s', (names, from, to, expected) => {
    const children = names.map((firstName) => ({ firstName }));
    expect(concernedInWords({ children, from, to })).toBe(expected);
  });
});
