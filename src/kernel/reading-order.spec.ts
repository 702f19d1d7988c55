import { describe, expect, it } from '@jest/globals';
import { withoutTurns } from './reading-order.js';

describe('a text without turns', () => {
  it.each([
    ['reads as it was typed', 'Virez \u202e0001\u202c euros', 'Virez 0001 euros'],
    ['has the number of a contact', '\u202a06 12 34 56 78\u202c', '06 12 34 56 78'],
    ['has no isolates either', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
    ['keeps Arabic, with its marks', 'سلمى\u200f (CP)', 'سلمى\u200f (CP)'],
    ['keeps Hebrew beside French', 'נועה, élève de CM1', 'נועה, élève de CM1'],
    ['keeps the joints of an emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%s', (_, typed, kept) => {
    expect(withoutTurns(typed)).toBe(kept);
  });
});
