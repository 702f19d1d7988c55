import { expect, it } from '@jest/globals';
import { debtKeyDigit, debtKeyLetter, letterRank } from './ormc-keys.js';

it.each([
  [{ exercise: 2026, period: 1, number: '2026000017' }, 'A'],
  [{ exercise: 2026, period: 0, number: '1' }, 'P'],
  [{ exercise: 2025, period: 9, number: '123456' }, 'Y'],
  [{ exercise: 2100, period: 0, number: '23' }, 'A'],
])('Cle2 of %j: %s', (debt, letter) => {
  expect(debtKeyLetter(debt)).toBe(letter);
});

it.each([
  ['12', '4'],
  ['8', '7'],
])('Cle1 with the code nature %s: %s', (nature, key) => {
  expect(debtKeyDigit({ exercise: 2026, period: 1, number: '2026000017' }, { code: '123', nature })).toBe(key);
});

it('Cle1 is one digit, whatever the number: 10 and 11 are written 1', () => {
  const keys = Array.from({ length: 200 }, (_, index) =>
    debtKeyDigit({ exercise: 2026, period: 1, number: String(index + 1) }, { code: '123', nature: '8' }),
  );
  expect(new Set(keys)).toEqual(new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9']));
});

it.each([
  ['A', '01'],
  ['H', '08'],
  ['J', '09'],
  ['Y', '23'],
])('the letter %s has the rank %s', (letter, rank) => {
  expect(letterRank(letter)).toBe(rank);
});

it.each([
  [{ exercise: 2026, period: 12, number: '1' }],
  [{ exercise: 2026, period: 1, number: '12345678901234' }],
  [{ exercise: 2026, period: 1, number: '2026-17' }],
])('no key for %j', (debt) => {
  expect(() => debtKeyLetter(debt)).toThrow(RangeError);
  expect(() => debtKeyDigit(debt, { code: '123', nature: '8' })).toThrow(RangeError);
});
