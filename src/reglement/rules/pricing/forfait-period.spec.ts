import { describe, expect, it } from '@jest/globals';
import { civilCalendar } from '../../../calendar/rules/index.js';
import { publicHolidays, schoolHolidays } from '../../../../test/support/calendars.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { forfaitPeriod } from './forfait-period.js';

const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [],
  siteId: null,
});

describe('the period of a forfait, in zone A', () => {
  it.each([
    ['WEEK', '2026-11-26', '2026-11-23', '2026-11-29'],
    ['WEEK', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['MONTH', '2026-11-26', '2026-11-01', '2026-11-30'],
    ['MONTH', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['SCHOOL_YEAR', '2026-11-26', '2026-09-01', '2027-08-31'],
    ['SCHOOL_YEAR', '2027-08-31', '2026-09-01', '2027-08-31'],
    ['SCHOOL_PERIOD', '2026-11-26', '2026-11-02', '2026-12-18'],
    ['SCHOOL_PERIOD', '2026-11-02', '2026-11-02', '2026-12-18'],
    ['SCHOOL_PERIOD', '2026-12-18', '2026-11-02', '2026-12-18'],
    ['SCHOOL_PERIOD', '2026-12-19', '2026-12-19', '2027-01-03'],
    ['SCHOOL_PERIOD', '2026-10-20', '2026-10-17', '2026-11-01'],
  ] as const)('%s of %s: from %s to %s', (per, date, from, to) =>
    expect(forfaitPeriod(per, Temporal.PlainDate.from(date), calendar)).toEqual({ from, to }),
  );

  it('of school is not guessed where the calendar ends', () =>
    expect(() => forfaitPeriod('SCHOOL_PERIOD', Temporal.PlainDate.from('2050-01-10'), calendar)).toThrow(RangeError));
});
