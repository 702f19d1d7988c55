import { describe, expect, it } from '@jest/globals';
import { gainsOf } from './gains.js';

const family = (familyId: number, beforeCents: number, afterCents: number) => ({
  ...{ familyId, beforeCents, afterCents },
  rows: new Map(),
});

describe('whom a draft changes most', () => {
  const families = [
    family(1, 10_00, 10_00),
    family(2, 10_00, 4_00),
    family(3, 10_00, 9_00),
    family(4, 0, 25_00),
    family(5, 50_00, 60_00),
    family(6, 10_00, 4_00),
  ];

  it.each([
    { most: 20, gaining: [2, 6, 3], losing: [4, 5] },
    { most: 1, gaining: [2], losing: [4] },
  ])('names at most $most on each side', ({ most, gaining, losing }) => {
    const gains = gainsOf(families, most);
    expect(gains.gaining.map(({ familyId }) => familyId)).toEqual(gaining);
    expect(gains.losing.map(({ familyId }) => familyId)).toEqual(losing);
    expect(gains.counts).toEqual({ gaining: 3, losing: 2, unchanged: 1 });
  });
});
