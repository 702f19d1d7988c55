import { describe, expect, it } from '@jest/globals';
import { NBSP, typeset } from './french.js';

describe('French spaces', () => {
  it.each([
    ['Attention : « oui » ; non ! Et ?', 'Attention~: «~oui~»~; non~! Et~?'],
    ['9:00 et 10;11', '9:00 et 10;11'],
    ['', ''],
  ])('%j', (typed, set) => expect(typeset(typed)).toBe(set.replaceAll('~', NBSP)));
});
