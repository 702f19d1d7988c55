import { describe, expect, it } from '@jest/globals';
import { type AskedLine, type Creditable, creditLines, takeBack } from './credit-lines.js';

const charge = (chargeId: number, cents: number, creditedCents = 0): Creditable => ({ chargeId, cents, creditedCents });
const CHARGES = [charge(1, 305), charge(2, 400, 100), charge(3, 500, 500), charge(4, 0)];

describe('what a credit note takes back', () => {
  it('is all that remains of the invoice', () => {
    const { lines, totalCents } = creditLines(CHARGES, 'WHOLE');
    expect(lines).toEqual([
      { chargeId: 1, cents: 305 },
      { chargeId: 2, cents: 300 },
    ]);
    expect(totalCents).toBe(605);
  });

  it('is lines, whole or in part', () => {
    const { lines, errors } = creditLines(CHARGES, [{ chargeId: 2 }, { chargeId: 1, cents: 5 }]);
    expect([lines, errors]).toEqual([
      [
        { chargeId: 2, cents: 300 },
        { chargeId: 1, cents: 5 },
      ],
      [],
    ]);
  });

  it.each<[string, AskedLine, string]>([
    ['a line of another invoice', { chargeId: 9 }, 'lines[1].chargeId'],
    ['a line that comes twice', { chargeId: 1 }, 'lines[1].chargeId'],
    ['a line that was taken back', { chargeId: 3 }, 'lines[1].chargeId'],
    ['a line that is free', { chargeId: 4 }, 'lines[1].chargeId'],
    ['more than what remains', { chargeId: 2, cents: 301 }, 'lines[1].cents'],
  ])('is never %s', (_, line, field) => {
    expect(creditLines(CHARGES, [{ chargeId: 1 }, line]).errors).toMatchObject([{ field }]);
  });

  it.each([
    [0, []],
    [200, [{ chargeId: 2, cents: 200 }]],
    [
      350,
      [
        { chargeId: 2, cents: 300 },
        { chargeId: 1, cents: 50 },
      ],
    ],
  ])('is %i cents of the latest charges first', (cents, expected) => {
    expect(takeBack(cents, [...CHARGES].reverse())).toEqual(expected);
  });
});
