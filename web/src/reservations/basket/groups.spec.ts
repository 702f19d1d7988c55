import { describe, expect, it } from '@jest/globals';
import { groupsOf, type OneDay, periodOf } from './groups';

const day = (childId: number, prestationName: string, date: string): OneDay => ({
  ...{ childId, prestationName, date },
  childName: `Enfant ${childId}`,
});

describe('many days', () => {
  it('are told child by child, as they come, and prestation by prestation', () => {
    const days = [
      day(2, 'Garderie', '2026-11-26'),
      day(2, 'Cantine', '2026-11-27'),
      day(1, 'Cantine', '2026-11-27'),
      day(2, 'Cantine', '2026-12-01'),
    ];
    expect(groupsOf(days).map((group) => [group.childName, group.prestationName, group.days.length])).toEqual([
      ['Enfant 2', 'Cantine', 2],
      ['Enfant 2', 'Garderie', 1],
      ['Enfant 1', 'Cantine', 1],
    ]);
    expect(groupsOf([])).toEqual([]);
  });

  it.each([
    [['2026-11-27'], 'le vendredi 27 novembre 2026'],
    [['2026-12-01', '2026-11-27'], 'du vendredi 27 novembre au mardi 1er décembre 2026'],
    [['2026-11-27', '2027-07-02'], 'du vendredi 27 novembre 2026 au vendredi 2 juillet 2027'],
  ])('%j go %s', (dates, said) => {
    expect(periodOf(dates.map((date) => day(1, 'Cantine', date)))).toBe(said);
  });
});
