import { expect, it } from '@jest/globals';
import { remittedTotal } from './remittance.js';

it.each([
  ['nothing', [], [], [], 0],
  ['payments', [1200, 800], [], [], 2000],
  ['payments, less one of before', [1200, 800], [500], [], 1500],
  ['less than what did not hold', [100], [500], [], -400],
  ['payments, less what was refunded and did not come back', [1200, 800], [500], [700, -300], 1100],
  ['refunds that came back alone', [], [], [-300], 300],
])('a bordereau of %s', (_case, payments, reversals, refunds, expected) => {
  const all = (amounts: number[]) => amounts.map((cents) => ({ cents }));
  expect(remittedTotal(all(payments), all(reversals), all(refunds))).toBe(expected);
});
