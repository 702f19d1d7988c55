import { describe, expect, it } from '@jest/globals';
import { headcountByMenu, headcountBySupplement } from './headcount.js';

it('counts children by type of menu', () => {
  const menus = [1, 2, 1, 1].map((menuTypeId) => ({ menuTypeId }));
  expect([...headcountByMenu(menus)]).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(headcountByMenu([]).size).toBe(0);
});

describe('the supplements of a session', () => {
  it.each<[string, (readonly string[] | null)[], [string, number][]]>([
    ['nobody', [], []],
    ['nobody takes any', [null, []], []],
    [
      'by name',
      [['Petit-déjeuner'], ['Goûter', 'Petit-déjeuner'], null],
      [
        ['Goûter', 1],
        ['Petit-déjeuner', 2],
      ],
    ],
  ])('%s', (_, taken, expected) => {
    const counts = headcountBySupplement(taken.map((supplements) => ({ supplements })));
    expect(counts.map(({ label, children }) => [label, children])).toEqual(expected);
  });
});
