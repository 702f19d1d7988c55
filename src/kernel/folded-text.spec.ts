import { describe, expect, it } from '@jest/globals';
import { foldedText } from './folded-text.js';

describe('a folded text', () => {
  it.each([
    ['Anne-Élise  D’ARTAGNAN', 'anne elise d artagnan'],
    ['École du Sacré-Cœur', 'ecole du sacre coeur'],
    ['Æthelstan', 'aethelstan'],
    ['  Groupe scolaire « Jean Macé » (n° 2) ', 'groupe scolaire jean mace n 2'],
    ['E\u0301cole', 'ecole'],
    ['???', ''],
  ])('%s is compared as « %s »', (text, folded) => {
    expect(foldedText(text)).toBe(folded);
  });
});
