import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { publicHolidays, schoolHolidays } from '../load-calendars.js';
import { civilCalendar, DateOutsideCalendar, type Closure } from './civil-calendar.js';
import type { HolidayTerritory, SchoolZone } from './holidays.js';

const date = (text: string) => Temporal.PlainDate.from(text);

const STRIKE: Closure = { from: date('2026-11-19'), to: date('2026-11-20'), reason: 'Grève', siteId: 7 };
const BRIDGE: Closure = {
  from: date('2026-11-12'),
  to: date('2026-11-13'),
  reason: 'Pont du 11 novembre',
  siteId: null,
};

function calendarOf(zone: SchoolZone, territory: HolidayTerritory, siteId: number | null = 7) {
  return civilCalendar({
    schoolHolidays: schoolHolidays(zone),
    publicHolidays: publicHolidays(territory),
    closures: [STRIKE, BRIDGE],
    siteId,
  });
}

describe('civil calendar', () => {
  it.each([
    ['A', '2026-10-16', null],
    ['A', '2026-10-17', 'Vacances de la Toussaint'],
    ['A', '2026-11-01', 'Vacances de la Toussaint'],
    ['A', '2026-11-02', null],
    ['A', '2026-08-31', 'Vacances d’été'],
    ['A', '2026-09-01', null],
    ['A', '2027-02-13', 'Vacances d’hiver'],
    ['B', '2027-02-13', null],
    ['C', '2027-02-21', 'Vacances d’hiver'],
    ['C', '2027-02-22', null],
    ['A', '2027-05-08', 'Pont de l’Ascension'],
    ['A', '2027-08-31', 'Vacances d’été'],
  ] as const)('zone %s on %s: %s', (zone, day, name) => {
    expect(calendarOf(zone, 'metropole').schoolHoliday(date(day))).toBe(name);
  });

  it('names public holidays of the territory only', () => {
    expect(calendarOf('B', 'metropole').publicHoliday(date('2027-03-26'))).toBeNull();
    expect(calendarOf('B', 'alsace-moselle').publicHoliday(date('2027-03-26'))).toBe('Vendredi saint');
  });

  it.each([
    [7, '2026-11-19', 'Grève'],
    [7, '2026-11-20', 'Grève'],
    [7, '2026-11-21', null],
    [8, '2026-11-19', null],
    [null, '2026-11-19', null],
    [8, '2026-11-13', 'Pont du 11 novembre'],
    [null, '2026-11-12', 'Pont du 11 novembre'],
  ])('site %s on %s is closed for: %s', (siteId, day, reason) => {
    expect(calendarOf('A', 'metropole', siteId).closure(date(day))).toBe(reason);
  });

  it('refuses to answer about dates that its data does not reach', () => {
    const calendar = calendarOf('A', 'metropole');
    expect(calendar.covers(date('2027-08-31'))).toBe(true);
    expect(calendar.covers(date('2027-09-01'))).toBe(false);
    expect(() => calendar.schoolHoliday(date('2027-09-06'))).toThrow(DateOutsideCalendar);
    expect(() => calendar.publicHoliday(date('2040-01-02'))).toThrow(DateOutsideCalendar);
  });
});
