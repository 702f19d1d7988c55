import { describe, expect, it } from '@jest/globals';
import type { Deadline } from './deadline.js';
import { lateDeadlineWarning, lateWeekdays } from './late-deadline.js';

const before = (n: number, at: string): Deadline => ({ type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at });
const ofWeek = (weeksBack: number, weekday: 'MO' | 'WE' | 'FR', at: string): Deadline => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
});
const service = { weekdays: ['MO', 'TU', 'TH'] as const, startsAt: '11:45', endsAt: '13:30' };

describe('deadlines after the service', () => {
  it.each([
    [before(0, '11:45'), []],
    [before(0, '11:46'), ['MO', 'TU', 'TH']],
    [before(1, '24:00'), []],
    [ofWeek(1, 'FR', '24:00'), []],
    [ofWeek(0, 'WE', '09:00'), ['MO', 'TU']],
    [ofWeek(0, 'MO', '11:45'), []],
    [ofWeek(0, 'MO', '12:00'), ['MO']],
    [ofWeek(0, 'FR', '09:00'), ['MO', 'TU', 'TH']],
  ])('%j: late on %j', (deadline, days) => expect(lateWeekdays(deadline, service)).toEqual(days));

  it('asks nothing of the same evening when the hours of the service are not known', () => {
    expect(lateWeekdays(before(0, '24:00'), { weekdays: ['MO'], startsAt: null, endsAt: null })).toEqual([]);
  });

  it('says so in one sentence', () => {
    expect(lateDeadlineWarning(ofWeek(0, 'WE', '09:00'), 'ADD', service)).toBe(
      'Le délai de réservation se termine après le début du service (11~h~45), le lundi et mardi~: vérifiez qu’il est voulu.'.replaceAll(
        '~',
        '\u00a0',
      ),
    );
    expect(lateDeadlineWarning(before(1, '09:00'), 'CANCEL', service)).toBeNull();
  });
});
