import { describe, expect, it } from '@jest/globals';
import { euros } from '../../kernel/french.js';
import { drawable } from './drawable-text.js';
import { canDraw } from './fonts.js';

describe('text that the font can draw', () => {
  it.each([
    [
      'leaves French alone',
      'L’élève Æloïs ŒUVRARD, « Noël » : 1 234,50 € − ½ n° 3…',
      'L’élève Æloïs ŒUVRARD, « Noël » : 1 234,50 € − ½ n° 3…',
    ],
    ['leaves names of Europe alone', 'Şükrü Ńowak, Țepeș, Đorđević, Ĳsbrand', 'Şükrü Ńowak, Țepeș, Đorđević, Ĳsbrand'],
    ['composes accents', 'e\u0301le\u0300ve', 'élève'],
    ['shows one box for an emoji of several code points', 'Bravo 👩‍👧‍👦 !', 'Bravo □ !'],
    ['shows one box per sign', '👍🏽👍', '□□'],
    ['boxes another script', '李', '□'],
    ['spells ligatures out', 'ﬁche', 'fiche'],
    ['drops controls and invisible characters', 'a\u0000b\u200bc\u202ed\u00ad\ufeff', 'abcd'],
    ['drops half of a pair', 'a\ud83db', 'ab'],
    ['makes tabs spaces and line ends alike', 'a\tb\r\nc\rd', 'a b\nc\nd'],
  ])('%s', (_, text, drawn) => expect(drawable(text)).toBe(drawn));

  it('has every sign of the French formats', () => {
    const signs = [...`éèêëàâäîïôöùûüÿçœæÉÈÊËÀÂÄÎÏÔÖÙÛÜŸÇŒÆ«»‘’“”–—…•·°№×${euros(-123456789)}\u2011□`];
    expect(signs.filter((sign) => !canDraw(sign.codePointAt(0)!))).toEqual([]);
  });
});
