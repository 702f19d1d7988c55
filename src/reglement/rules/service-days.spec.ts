import { describe, expect, it } from '@jest/globals';
import { publicHolidays, schoolHolidays } from '../../../test/support/calendars.js';
import { civilCalendar } from '../../calendar/rules/index.js';
import { Temporal, type Weekday } from '../../kernel/civil-time.js';
import { type RunsOn, serviceDates, serviceDays } from './service-days.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [{ from: date('2026-11-12'), to: date('2026-11-13'), reason: 'Grève', siteId: null }],
  siteId: null,
});
const FOUR_DAYS: Weekday[] = ['MO', 'TU', 'TH', 'FR'];
const FIVE_DAYS: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

describe('a day of service', () => {
  it.each<[day: string, weekdays: Weekday[], runsOn: RunsOn, answer: boolean, why: string]>([
    ['2026-11-30', FOUR_DAYS, 'SCHOOL_DAYS', true, 'an ordinary Monday'],
    ['2026-12-02', FOUR_DAYS, 'SCHOOL_DAYS', false, 'a Wednesday in the four-day week'],
    ['2026-12-02', FIVE_DAYS, 'SCHOOL_DAYS', true, 'a Wednesday in the four-and-a-half-day week'],
    ['2026-11-29', FIVE_DAYS, 'SCHOOL_DAYS', false, 'a Sunday'],
    ['2026-11-11', FIVE_DAYS, 'BOTH', false, 'Armistice day'],
    ['2027-03-29', FOUR_DAYS, 'BOTH', false, 'Easter Monday'],
    ['2026-11-12', FOUR_DAYS, 'SCHOOL_DAYS', true, 'closed by the mairie: deadlines that were told stay'],
    ['2026-10-19', FOUR_DAYS, 'SCHOOL_DAYS', false, 'autumn holidays'],
    ['2026-10-19', FOUR_DAYS, 'HOLIDAYS', true, 'autumn holidays'],
    ['2026-10-19', FOUR_DAYS, 'BOTH', true, 'autumn holidays'],
    ['2026-11-02', FOUR_DAYS, 'SCHOOL_DAYS', true, 'the Monday when class resumes'],
    ['2026-11-02', FOUR_DAYS, 'HOLIDAYS', false, 'the Monday when class resumes'],
    ['2027-05-07', FOUR_DAYS, 'SCHOOL_DAYS', false, 'the Ascension bridge'],
  ])('%s with %j, %s: %s (%s)', (day, weekdays, runsOn, answer) => {
    expect(serviceDays({ weekdays, runsOn, calendar })(date(day))).toBe(answer);
  });

  it('is looked for as far as the calendar reaches', () => {
    const isServiceDay = serviceDays({ weekdays: FOUR_DAYS, runsOn: 'BOTH', calendar });
    const dates = serviceDates({ from: date('2027-08-26'), to: date('2027-09-10') }, { isServiceDay, calendar });
    expect(dates.map(String)).toEqual(['2027-08-26', '2027-08-27', '2027-08-30', '2027-08-31']);
  });
});
