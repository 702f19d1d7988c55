import { describe, expect, it } from '@jest/globals';
import { isSiret } from './siret.js';

describe('a SIRET', () => {
  it.each([
    ['21340172201787', true, 'commune de Montpellier'],
    ['21340172201788', false, 'one digit wrong'],
    ['12340172201787', false, 'two digits swapped'],
    ['2134017220178', false, 'a digit is missing'],
    ['213 401 722 01787', false, 'written with spaces'],
    ['00000000000000', false, 'a filler'],
    ['', false, 'nothing'],
  ])('%s: %s (%s)', (text, expected) => {
    expect(isSiret(text)).toBe(expected);
  });
});
