import { expect, it } from '@jest/globals';
import { changesAnother, ORMC, parseTriplet, RECAPITULATIVE, REDUCTION, TITRE, tripletText } from './triplets.js';

it.each([
  [ORMC, '06/15/01', false],
  [TITRE, '01/01/01', false],
  [RECAPITULATIVE, '01/06/01', false],
  [REDUCTION, '02/02/06', true],
])('%j is written %s', (triplet, text, changes) => {
  expect(tripletText(triplet)).toBe(text);
  expect(parseTriplet(text)).toEqual(triplet);
  expect(changesAnother(triplet)).toBe(changes);
});

it.each(['', '1/7/5', '01/07', '01/07/05/01', 'aa/bb/cc'])('%j is no triplet', (text) => {
  expect(() => parseTriplet(text)).toThrow(RangeError);
});
