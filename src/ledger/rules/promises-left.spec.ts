import { expect, it } from '@jest/globals';
import { promisesLeft } from './promises-left.js';

type Kept = [id: number, promised: number, ofCredit: number];

it.each<[string, number, Kept[], Kept[] | null]>([
  ['nothing is promised', 0, [], []],
  [
    'enough is held',
    700,
    [
      [1, 1000, 400],
      [2, 500, 300],
    ],
    [],
  ],
  [
    'the last one keeps less',
    500,
    [
      [2, 500, 300],
      [1, 1000, 400],
    ],
    [[2, 500, 100]],
  ],
  [
    'none keeps anything',
    0,
    [
      [1, 1000, 400],
      [2, 500, 300],
    ],
    [
      [1, 1000, 0],
      [2, 500, 0],
    ],
  ],
  [
    'what is paid already keeps its own',
    700,
    [
      [1, 1000, 400],
      [2, 700, 700],
    ],
    [[1, 1000, 0]],
  ],
  [
    'it does not suffice for what is paid already',
    699,
    [
      [1, 1000, 0],
      [2, 700, 700],
    ],
    null,
  ],
])('of promises, when %s', (_case, held, promises, expected) => {
  const all = promises.map(([id, promisedCents, ofCreditCents]) => ({ id, promisedCents, ofCreditCents }));
  const left = promisesLeft(held, all);
  expect(left && left.map((one) => [one.id, one.promisedCents, one.ofCreditCents])).toEqual(expected);
});
