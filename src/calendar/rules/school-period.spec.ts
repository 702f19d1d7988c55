import { describe, expect, it } from '@jest/globals';
import { schoolHolidays } from '../load-calendars.js';
import { periodsOf, schoolPeriod } from './school-period.js';
import type { SchoolYear } from './school-year.js';

describe('a period of the school calendar, by its name', () => {
  it.each<['A' | 'B' | 'C', string, SchoolYear, string | null, string | null]>([
    ['A', 'Vacances de la Toussaint', '2026-2027', '2026-10-17', '2026-11-01'],
    ['C', 'vacances de la toussaint', '2026-2027', '2026-10-17', '2026-11-01'],
    ['A', 'VACANCES D’HIVER', '2026-2027', '2027-02-13', '2027-02-28'],
    ['C', "Vacances d'hiver", '2026-2027', '2027-02-06', '2027-02-21'],
    ['A', 'Vacances de Pâques', '2026-2027', null, null],
    ['A', 'Vacances de la Toussaint', '2040-2041', null, null],
  ])('zone %s, %s %s: %s to %s', (zone, name, schoolYear, from, to) => {
    const period = schoolPeriod(schoolHolidays(zone), { name, schoolYear });
    expect([period?.from.toString() ?? null, period?.to.toString() ?? null]).toEqual([from, to]);
  });

  it('names the holidays of a year once each, the summer last', () => {
    expect(periodsOf(schoolHolidays('A'), '2026-2027').map(({ name }) => name)).toEqual([
      'Vacances de la Toussaint',
      'Vacances de Noël',
      'Vacances d’hiver',
      'Vacances de printemps',
      'Pont de l’Ascension',
      'Vacances d’été',
    ]);
    const summer = schoolPeriod(schoolHolidays('A'), { name: 'Vacances d’été', schoolYear: '2024-2025' });
    expect(summer?.from.toString()).toMatch(/^2025-07/);
  });
});
