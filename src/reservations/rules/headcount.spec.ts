import { expect, it } from '@jest/globals';
import { headcountByMenu } from './headcount.js';

it('counts children by type of menu', () => {
  const menus = [1, 2, 1, 1].map((menuTypeId) => ({ menuTypeId }));
  expect([...headcountByMenu(menus)]).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(headcountByMenu([]).size).toBe(0);
});
