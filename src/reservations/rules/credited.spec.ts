import { describe, expect, it } from '@jest/globals';
import { creditedFor, type GivenUpDay } from './credited.js';

describe('what is credited for days that are given up', () => {
  it.each<[string, GivenUpDay[], number]>([
    ['paid, in time', [{ paidCents: 350, lateCancellation: null }], 350],
    ['paid, late and credited all the same', [{ paidCents: 350, lateCancellation: 'CREDIT' }], 350],
    ['paid, late and owed in full', [{ paidCents: 350, lateCancellation: 'BILL_FULL' }], 0],
    ['billed with the month', [{ paidCents: null, lateCancellation: null }], 0],
    [
      'several',
      [
        { paidCents: 350, lateCancellation: null },
        { paidCents: 200, lateCancellation: null },
      ],
      550,
    ],
  ])('%s', (_case, days, expected) => {
    expect(creditedFor(days)).toBe(expected);
  });
});
