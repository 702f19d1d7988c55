import { describe, expect, it } from '@jest/globals';
import type { Planning } from '../queries';
import { everyDaysOf, hasAll, idleRows, offersOf, withDays } from './offers';
import type { TypicalWeek } from './typical-week';

const row = (prestationId: number, prestationName: string, weekdays: string[], ...states: string[]) => ({
  prestationId,
  prestationName,
  weekdays,
  cells: states.map((state, day) => ({ date: `2026-11-${16 + day}`, state })),
});
const planning = (rows: Record<string, object[]>) =>
  ({
    children: Object.entries(rows).map(([firstName, own]) => ({
      childId: firstName === 'Léa' ? 1 : 2,
      firstName,
      rows: own,
    })),
  }) as unknown as Planning;
const SCHOOL = ['MO', 'TU', 'TH', 'FR'];
const summer = planning({ Léa: [row(9, 'Vacances', ['MO'], 'BOOKABLE')] });
const autumn = planning({
  Léa: [row(7, 'Cantine', SCHOOL, 'BOOKABLE'), row(9, 'Vacances', ['MO'], 'NO_SERVICE')],
  Tom: [row(8, 'Cantine', ['MO', 'WE'], 'RESERVED')],
});
const children = offersOf([summer, autumn]);
const [holidays, canteen] = everyDaysOf(children);
const week = (rows: Record<string, string[]>) =>
  new Map(Object.entries(rows).map(([key, days]) => [key, new Set(days)])) as unknown as TypicalWeek;

describe('what may be asked for a whole span', () => {
  it('is what the children are enrolled in at any time of it, each once', () => {
    expect(children.map(({ firstName, rows }) => [firstName, rows.map(({ key }) => key)])).toEqual([
      ['Léa', ['1:9', '1:7']],
      ['Tom', ['2:8']],
    ]);
  });

  it('is offered in one press for all the children, on the weekdays that it has at the school of each', () => {
    expect(canteen).toEqual({
      prestationName: 'Cantine',
      prestationIds: [7, 8],
      firstNames: ['Léa', 'Tom'],
      week: week({ '1:7': SCHOOL, '2:8': ['MO', 'WE'] }),
    });
  });

  it('is ticked beside what was, and taken off alone', () => {
    const some = week({ '1:7': ['MO'], '1:9': ['MO'] });
    expect(hasAll(some, holidays!.week)).toBe(true);
    expect(hasAll(some, canteen!.week)).toBe(false);
    const ticked = withDays(some, canteen!.week, true);
    expect(ticked).toEqual(week({ '1:7': SCHOOL, '1:9': ['MO'], '2:8': ['MO', 'WE'] }));
    expect(hasAll(ticked, canteen!.week)).toBe(true);
    expect(withDays(ticked, canteen!.week, false)).toEqual(week({ '1:7': [], '1:9': ['MO'], '2:8': [] }));
  });

  it('has no day where nothing runs in the span, or nobody is enrolled', () => {
    expect([...idleRows(children, [autumn])]).toEqual(['1:9']);
    expect([...idleRows(children, [summer])]).toEqual(['1:7', '2:8']);
  });
});
