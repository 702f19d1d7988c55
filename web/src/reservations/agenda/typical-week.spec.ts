import { describe, expect, it } from '@jest/globals';
import type { CellState } from '../cell-words';
import type { Planning } from '../queries';
import { counted, scopeWords, slices, type TypicalWeek, wantedSpans, weekOf } from './typical-week';

const planning = (days: Record<string, CellState>): Planning =>
  ({
    children: [
      {
        childId: 1,
        rows: [{ prestationId: 7, cells: Object.entries(days).map(([date, state]) => ({ date, state })) }],
      },
    ],
  }) as unknown as Planning;

const week = (rows: Record<string, string[]>) =>
  new Map(Object.entries(rows).map(([key, days]) => [key, new Set(days)])) as unknown as TypicalWeek;

describe('a typical week', () => {
  it('asks once for the children who want the same days', () => {
    expect(wantedSpans(week({ '1:7': ['TU', 'MO'], '2:7': ['MO', 'TU'], '2:8': ['MO'], '3:7': [] }))).toEqual([
      { prestationId: 7, weekdays: ['MO', 'TU'], childIds: [1, 2] },
      { prestationId: 8, weekdays: ['MO'], childIds: [2] },
    ]);
  });

  it('is taken from a week that was lived', () => {
    const lived = planning({ '2026-11-16': 'RESERVED', '2026-11-17': 'BOOKABLE', '2026-11-19': 'IN_BASKET' });
    expect(weekOf(lived)).toEqual(week({ '1:7': ['MO', 'TH'] }));
  });

  it('counts what can be added, and tells apart what cannot', () => {
    const days = planning({
      '2026-11-16': 'BOOKABLE',
      '2026-11-17': 'BOOKABLE',
      '2026-11-23': 'RESERVED',
      '2026-11-30': 'NO_SERVICE',
    });
    expect(counted([days], week({ '1:7': ['MO'] }))).toEqual({
      free: 1,
      last: '2026-11-16',
      others: new Map([['RESERVED', 1]]),
    });
  });

  it.each([
    [34, { '1:7': ['MO'] }, 'les 34 lundis jusqu’au vendredi 2 juillet 2027'],
    [68, { '1:7': ['MO', 'TU'] }, 'les 68 jours jusqu’au vendredi 2 juillet 2027'],
    [1, { '1:7': ['WE'] }, '1 mercredi, jusqu’au vendredi 2 juillet 2027'],
  ])('says its scope: %d', (free, rows, words) => {
    expect(scopeWords({ free, last: '2027-07-02' }, week(rows)).replace(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });

  it('is read by pieces that touch and do not overlap', () => {
    expect(slices('2026-09-01', '2026-12-31')).toEqual([
      ['2026-09-01', '2026-11-01'],
      ['2026-11-02', '2026-12-31'],
    ]);
    expect(slices('2026-09-02', '2026-09-01')).toEqual([]);
  });
});
