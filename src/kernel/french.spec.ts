import { describe, expect, it } from '@jest/globals';
import { NBSP, typeset } from './french.js';

describe('French spaces', () => {
  it.each([
    ['Attention : « oui » ; non ! Et ?', 'Attention~: «~oui~»~; non~! Et~?'],
    ['La quittance n° Q-2026-000001, le n° 2', 'La quittance n°~Q-2026-000001, le n°~2'],
    ['9:00 et 10;11', '9:00 et 10;11'],
    ['', ''],
  ])('%j', (typed, set) => expect(typeset(typed)).toBe(set.replaceAll('~', NBSP)));
});
