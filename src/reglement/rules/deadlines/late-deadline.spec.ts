import { describe, expect, it } from '@jest/globals';
import { contextOf, date, ruleOf } from '../../../../test/support/deadlines.js';
import { weekdayOf } from '../../../kernel/civil-time.js';
import type { Deadline } from './deadline.js';
import { lateDates, lateDeadlineWarning } from './late-deadline.js';
import { serviceDates } from '../service-days.js';

const before = (n: number, at: string): Deadline => ({ type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at });
const ofWeek = (weeksBack: number, weekday: 'MO' | 'WE' | 'FR', at: string): Deadline => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
});
const context = contextOf({ weekdays: ['MO', 'TU', 'TH'] });
const dates = serviceDates({ from: date('2026-11-16'), to: date('2026-11-29') }, context);
const service = { dates, startsAt: '11:45', endsAt: '13:30', context };
const november = (closesAt: string) => ruleOf({ type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt }] });

describe('deadlines after the service', () => {
  it.each<[Deadline, string[]]>([
    [before(0, '11:45'), []],
    [before(0, '11:46'), ['MO', 'TU', 'TH', 'MO', 'TU', 'TH']],
    [before(1, '24:00'), []],
    [ofWeek(1, 'FR', '24:00'), []],
    [ofWeek(0, 'WE', '09:00'), ['MO', 'TU', 'MO', 'TU']],
    [ofWeek(0, 'MO', '11:45'), []],
    [ofWeek(0, 'MO', '12:00'), ['MO', 'MO']],
    [ofWeek(0, 'FR', '09:00'), ['MO', 'TU', 'TH', 'MO', 'TU', 'TH']],
    [november('2026-11-20T09:00'), ['MO', 'TU', 'TH']],
    [{ type: 'NONE' }, []],
    [{ type: 'DAY_OF_MONTH', monthsBack: 0, day: 17, at: '12:00' }, ['MO', 'TU']],
  ])('%j: late on %j', (deadline, days) => {
    expect(lateDates(deadline, service).map(weekdayOf)).toEqual(days);
  });

  it('asks nothing of the same evening when the hours of the service are not known', () => {
    expect(lateDates(before(0, '24:00'), { ...service, startsAt: null, endsAt: null })).toEqual([]);
  });

  it('passes over the days that the rule or the calendar does not reach', () => {
    const far = { ...service, dates: [date('2026-12-01'), date('2045-01-05')] };
    expect(lateDates(november('2026-11-20T09:00'), far)).toEqual([]);
    expect(lateDates({ type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '09:00' }, far)).toEqual([]);
  });

  it.each([
    [before(0, '12:00'), 'chaque jour'],
    [ofWeek(0, 'WE', '09:00'), 'le lundi et le mardi'],
    [november('2026-11-20T09:00'), 'par exemple pour le lundi 16 novembre 2026'],
  ])('says so in one sentence: %j', (rule, when) => {
    expect(lateDeadlineWarning(rule, 'ADD', service)).toBe(
      `Le délai de réservation se termine après le début du service (11~h~45), ${when}~: vérifiez que c’est voulu.`.replaceAll(
        '~',
        '\u00a0',
      ),
    );
  });

  it('says nothing when there is nothing to say', () => {
    expect(lateDeadlineWarning(before(1, '09:00'), 'CANCEL', service)).toBeNull();
  });
});
