import { describe, expect, it } from '@jest/globals';
import { careOf } from './care.js';

describe('the care in some charges', () => {
  it.each<[string, (number | null)[], number | null]>([
    ['nothing', [], null],
    ['canteens that do not tell', [null, null], null],
    ['a canteen that does not tell and an evening that does', [null, 180], 180],
    ['three evenings', [180, 180, 90], 450],
    ['an absence, in which nothing is care', [0], 0],
  ])('%s', (_, cares, expected) => {
    expect(careOf(cares.map((careCents) => ({ careCents })))).toBe(expected);
  });
});
