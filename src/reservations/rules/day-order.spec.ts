import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { byDay } from './day-order.js';

it('orders days by date, then as in the foyer: the eldest child first, twins as they came, prestations by name', () => {
  const births = new Map<number, Temporal.PlainDate>();
  const day = (date: string, childId: number, birthYear: number, prestationName: string) => {
    births.set(childId, Temporal.PlainDate.from({ year: birthYear, month: 5, day: 1 }));
    return { date: Temporal.PlainDate.from(date), childId, prestationName };
  };
  const ordered = [
    day('2026-11-16', 7, 2016, 'Cantine'),
    day('2026-11-16', 7, 2016, 'Étude'),
    day('2026-11-16', 7, 2016, 'Garderie'),
    day('2026-11-16', 4, 2019, 'Cantine'),
    day('2026-11-16', 5, 2019, 'Cantine'),
    day('2026-11-17', 7, 2016, 'Cantine'),
  ];
  expect([...ordered].reverse().sort(byDay((childId) => births.get(childId)!))).toEqual(ordered);
});
