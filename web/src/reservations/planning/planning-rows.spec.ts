import { describe, expect, it } from '@jest/globals';
import type { CellState } from '../cell-words';
import {
  awayOf,
  freeOf,
  gridRows,
  placesIn,
  rangeOf,
  togetherKept,
  togetherOn,
  withoutIdleWeekends,
} from './planning-rows';
import type { Planning } from '../queries';

const states: Record<string, readonly CellState[]> = {
  Léa: ['BOOKABLE', 'IN_BASKET', 'RESERVED', 'BOOKABLE'],
  Tom: ['BOOKABLE', 'BOOKABLE', 'IN_BASKET', 'CLOSED'],
};
const rows = gridRows({
  children: Object.entries(states).map(([firstName, cells], childId) => ({
    childId,
    firstName,
    rows: [
      {
        prestationId: 7,
        prestationName: 'Cantine',
        cells: cells.map((state, day) => ({ state, date: `2026-11-${16 + day}` })),
      },
    ],
  })),
} as unknown as Planning);
const said = (places: ReturnType<typeof placesIn>) =>
  places.map(({ firstName, cell }) => `${firstName} ${cell.date.slice(-2)}`);

describe('days chosen together', () => {
  it.each([
    [{ row: 0, column: 0 }, { row: 1, column: 3 }, ['Léa 16', 'Léa 19', 'Tom 16', 'Tom 17']],
    [{ row: 1, column: 2 }, { row: 0, column: 1 }, ['Léa 17', 'Tom 18']],
    [{ row: 0, column: 2 }, { row: 0, column: 3 }, ['Léa 19']],
  ])('from %j to %j, all do what the first does', (from, to, expected) => {
    expect(said(placesIn(rows, rangeOf(from, to), from))).toEqual(expected);
  });

  it('are those of a row, or of all the children on a day', () => {
    expect(rows.map((row) => said([...freeOf(row)]))).toEqual([
      ['Léa 16', 'Léa 19'],
      ['Tom 16', 'Tom 17'],
    ]);
    expect([0, 1].map((column) => togetherOn(rows, column).map((places) => said([...places])))).toEqual([
      [['Léa 16', 'Tom 16']],
      [],
    ]);
  });

  it('keep their room on a day once they are chosen, or one of them is', () => {
    const kept = (column: number) =>
      togetherKept(rows, column, ['Cantine']).map(({ name, places }) => [name, said([...places])]);
    expect([0, 1, 2].map(kept)).toEqual([
      [['Cantine', ['Léa 16', 'Tom 16']]],
      [['Cantine', ['Tom 17']]],
      [['Cantine', []]],
    ]);
  });
});

describe('the days that are not listed', () => {
  const away = (date: string, state: CellState, why: string) => ({ date, state, why });
  const custody = (...cells: object[]) =>
    gridRows({
      children: [
        {
          childId: 1,
          firstName: 'Léa',
          rows: [
            { prestationId: 7, cells },
            { prestationId: 8, cells },
          ],
        },
      ],
    } as unknown as Planning);

  it('are named once for a child, by what keeps them away: a number of days would read as how long', () => {
    const rows = custody(
      away('2026-11-02', 'OUT_OF_DATES', 'enfant dans votre foyer à partir du 3 novembre 2026'),
      away('2026-11-03', 'BOOKABLE', ''),
      away('2026-11-09', 'NOT_YOURS', 'semaine de l’autre foyer'),
      away('2026-11-10', 'NOT_YOURS', 'semaine de l’autre foyer'),
      away('2026-11-11', 'NO_SERVICE', 'Armistice 1918'),
      away('2026-11-12', 'NOT_YOURS', 'semaine de l’autre foyer'),
      away('2026-11-16', 'BOOKABLE', ''),
      away('2026-12-01', 'NOT_YOURS', 'semaine de l’autre foyer'),
    );
    expect(awayOf(rows)).toEqual([
      'Léa, le lundi 2 novembre : enfant dans votre foyer à partir du 3 novembre 2026',
      'Léa, du lundi 9 novembre au jeudi 12 novembre et le mardi 1er décembre : semaine de l’autre foyer',
    ]);
  });
});

describe('the days that take a column', () => {
  const week = (served: readonly number[]) =>
    ({
      children: [
        {
          rows: [
            {
              cells: Array.from({ length: 7 }, (_, day) => ({
                date: `2026-11-${16 + day}`,
                state: served.includes(day) ? 'BOOKABLE' : 'NO_SERVICE',
              })),
            },
          ],
        },
      ],
    }) as unknown as Planning;

  it.each([
    ['nothing at the end of the week', [0, 1, 3], ['16', '17', '18', '19', '20']],
    ['a Saturday', [0, 5], ['16', '17', '18', '19', '20', '21']],
    ['a Sunday', [6], ['16', '17', '18', '19', '20', '22']],
  ])('are those of the week, with %s', (_, served, days) => {
    const [row] = withoutIdleWeekends(week(served)).children[0]!.rows;
    expect(row!.cells.map(({ date }) => date.slice(-2))).toEqual(days);
  });
});
