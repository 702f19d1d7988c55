import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountInWords, numberInWords } from './amount-in-words.js';

describe('numbers in words', () => {
  it.each([
    [0, 'zéro'],
    [1, 'un'],
    [16, 'seize'],
    [17, 'dix-sept'],
    [20, 'vingt'],
    [21, 'vingt et un'],
    [22, 'vingt-deux'],
    [61, 'soixante et un'],
    [69, 'soixante-neuf'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [72, 'soixante-douze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [90, 'quatre-vingt-dix'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [101, 'cent un'],
    [180, 'cent quatre-vingts'],
    [200, 'deux cents'],
    [201, 'deux cent un'],
    [999, 'neuf cent quatre-vingt-dix-neuf'],
    [1000, 'mille'],
    [1001, 'mille un'],
    [1100, 'mille cent'],
    [2000, 'deux mille'],
    [21000, 'vingt et un mille'],
    [80000, 'quatre-vingt mille'],
    [80080, 'quatre-vingt mille quatre-vingts'],
    [200000, 'deux cent mille'],
    [200200, 'deux cent mille deux cents'],
    [280000, 'deux cent quatre-vingt mille'],
    [1000000, 'un million'],
    [80000000, 'quatre-vingts millions'],
    [200000000, 'deux cents millions'],
    [1000000000, 'un milliard'],
    [2001001001, 'deux milliards un million mille un'],
  ])('%i: %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it.each([-1, 1.5, 1e12])('refuses %p', (value) => {
    expect(() => numberInWords(value)).toThrow(RangeError);
  });

  it('are never the same for two numbers', () => {
    const number = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(numberInWords(a) === numberInWords(b)).toBe(a === b);
      }),
    );
    expect(new Set(Array.from({ length: 100_000 }, (_, value) => numberInWords(value))).size).toBe(100_000);
  });
});

describe('amounts in words', () => {
  it.each([
    [12345, 'cent vingt-trois euros et quarante-cinq centimes'],
    [0, 'zéro euro'],
    [1, 'un centime'],
    [2, 'deux centimes'],
    [80, 'quatre-vingts centimes'],
    [100, 'un euro'],
    [101, 'un euro et un centime'],
    [8000, 'quatre-vingts euros'],
    [20000, 'deux cents euros'],
    [30000, 'trois cents euros'],
    [100000, 'mille euros'],
    [100000000, 'un million d’euros'],
    [200000050, 'deux millions d’euros et cinquante centimes'],
    [100010000, 'un million cent euros'],
    [-360, 'moins trois euros et soixante centimes'],
  ])('%i cents: %s', (cents, words) => {
    expect(amountInWords(cents)).toBe(words);
  });
});
