import { expect, it } from '@jest/globals';
import type { Planning, PublishedMenu } from '../queries';
import { mealsOfWeek } from './meals-of-week';

const menu = (date: string, prestationId: number, name: string) =>
  ({ date, prestationId, dishes: [{ course: 'MAIN', name, allergens: [] }] }) as unknown as PublishedMenu;
const planning = {
  children: [
    { firstName: 'Léa', rows: [{ prestationId: 1 }, { prestationId: 9 }] },
    { firstName: 'Tom', rows: [{ prestationId: 2 }] },
  ],
} as unknown as Planning;

it.each([
  [
    'the same in both schools',
    [menu('2026-12-01', 1, 'Riz'), menu('2026-12-01', 2, 'Riz')],
    ['2026-12-01 Léa Tom: Riz'],
  ],
  [
    'another in each',
    [menu('2026-12-01', 1, 'Riz'), menu('2026-12-01', 2, 'Colin')],
    ['2026-12-01 Léa: Riz', '2026-12-01 Tom: Colin'],
  ],
  ['that of a child who is not shown', [menu('2026-12-01', 5, 'Riz')], []],
  [
    'day after day',
    [menu('2026-12-01', 1, 'Riz'), menu('2026-12-03', 1, 'Colin')],
    ['2026-12-01 Léa: Riz', '2026-12-03 Léa: Colin'],
  ],
])('tells %s', (_, menus, told) => {
  const lines = mealsOfWeek(menus, planning).flatMap(({ date, meals }) =>
    meals.map(({ names, dishes }) => `${date} ${names.join(' ')}: ${dishes[0]!.name}`),
  );
  expect(lines).toEqual(told);
});
