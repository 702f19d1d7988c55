import { expect, it } from '@jest/globals';
import { careLeft } from './care-left.js';

it.each<[string, number, number | null, number, [number, number, number]]>([
  ['nothing taken back', 305, 105, 0, [105, 200, 0]],
  ['all of it', 305, 105, 305, [0, 0, 0]],
  ['a half', 300, 105, 150, [53, 97, 0]],
  ['a meal that tells no care', 305, null, 100, [0, 0, 205]],
  ['an evening, all care', 180, 180, 60, [120, 0, 0]],
  ['a penalty, no care', 500, 0, 200, [0, 300, 0]],
  ['a day that is free', 0, 0, 0, [0, 0, 0]],
])('of a charge, %s', (_, cents, careCents, credited, [care, other, unknown]) => {
  expect(careLeft({ cents, careCents }, credited)).toEqual({
    careCents: care,
    otherCents: other,
    unknownCents: unknown,
  });
});
