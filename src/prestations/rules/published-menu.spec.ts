import { expect, it } from '@jest/globals';
import { type Course, served } from './published-menu.js';

const dish = (course: Course, name: string) => ({ course, name, allergens: [] });

it('serves the courses in their order, and the choices of one course as they were told', () => {
  const told = [
    dish('DESSERT', 'Pomme'),
    dish('MAIN', 'Poulet rôti'),
    dish('DESSERT', 'Clémentine'),
    dish('STARTER', 'Betteraves'),
    dish('MAIN', 'Omelette'),
  ];
  expect(served(told).map(({ name }) => name)).toEqual([
    'Betteraves',
    'Poulet rôti',
    'Omelette',
    'Pomme',
    'Clémentine',
  ]);
});
