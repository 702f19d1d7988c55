import { expect, it } from '@jest/globals';
import { creditShares, type OpenShare } from './credit-shares.js';

const open = (...cents: number[]): OpenShare[] =>
  cents.map((amount, index) => ({ prestationId: index + 1, cents: amount }));

it.each([
  ['no credit', 0, open(305), []],
  ['nothing due', 500, [], []],
  ['more than is due', 900, open(305, 200), open(305, 200)],
  ['less than is due: in proportion, to the cent', 100, open(200, 100), open(67, 33)],
  ['a cent', 1, open(200, 100), open(1)],
])('%s', (_, credit, due, expected) => {
  expect(creditShares(credit, due)).toEqual(expected);
});
