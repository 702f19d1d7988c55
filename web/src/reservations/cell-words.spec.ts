import { describe, expect, it } from '@jest/globals';
import { RESERVED_ELSEWHERE, WORDS, wordsOf } from './cell-words';

describe('the words and signs of a day', () => {
  it('are of one state each: a month shows the sign alone, and someone does not see the colours', () => {
    const all = [...Object.values(WORDS), RESERVED_ELSEWHERE];
    expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length);
    expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
  });

  it.each([
    ['RESERVED', false, 'Réservé'],
    ['RESERVED', true, 'Réservé, autre foyer'],
    ['RESERVED', undefined, 'Réservé'],
    ['TAKEN_BY_OTHER', false, 'Déjà réservé'],
  ] as const)('%s, elsewhere %s: %s', (state, elsewhere, word) => {
    expect(wordsOf({ state, ...(elsewhere === undefined ? {} : { elsewhere }) }).word).toBe(word);
  });
});
