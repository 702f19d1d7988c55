import { describe, expect, it } from '@jest/globals';
import { folded } from './folded';

describe('a name that is sought', () => {
  it.each([
    ['  Saint-Amans-sur-Orle ', 'saint amans sur orle'],
    ['SÈTE', 'sete'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["l'hay", 'l hay'],
    ['<b>', 'b'],
    ['…', ''],
  ])('%j is %j', (typed, compared) => {
    expect(folded(typed)).toBe(compared);
  });
});
