import { expect, it } from '@jest/globals';
import { remittedTotal } from './remittance.js';

it.each([
  ['nothing', [], [], 0],
  ['payments', [1200, 800], [], 2000],
  ['payments, less one of before', [1200, 800], [500], 1500],
  ['less than what did not hold', [100], [500], -400],
])('a bordereau of %s', (_case, payments, reversals, expected) => {
  const all = (amounts: number[]) => amounts.map((cents) => ({ cents }));
  expect(remittedTotal(all(payments), all(reversals))).toBe(expected);
});
