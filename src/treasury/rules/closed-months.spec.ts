import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { monthsDue } from './closed-months.js';

describe('the months whose collection report is due, for a collectivité opened on 1 September 2026', () => {
  it.each([
    ['during its first month', null, 'Europe/Paris', '2026-09-30T23:59:59+02:00', []],
    ['a moment after midnight', null, 'Europe/Paris', '2026-10-01T00:14:59+02:00', []],
    ['on the first of the next month', null, 'Europe/Paris', '2026-10-01T00:15:00+02:00', ['2026-09']],
    ['when it is made', '2026-09', 'Europe/Paris', '2026-10-31T12:00:00+01:00', []],
    [
      'after months without the service',
      '2026-09',
      'Europe/Paris',
      '2027-01-02T08:00:00+01:00',
      ['2026-10', '2026-11', '2026-12'],
    ],
    [
      'in La Réunion, where midnight comes earlier',
      '2026-09',
      'Indian/Reunion',
      '2026-10-31T21:15:00+01:00',
      ['2026-10'],
    ],
    ['in Martinique, where midnight comes later', '2026-09', 'America/Martinique', '2026-11-01T05:00:00+01:00', []],
  ])('%s', (_case, lastMade, zone, now, expected) => {
    const since = Temporal.Instant.from('2026-09-01T08:00:00+02:00');
    const made = lastMade ? Temporal.PlainYearMonth.from(lastMade) : null;
    expect(monthsDue({ since, lastMade: made, zone }, Temporal.Instant.from(now)).map(String)).toEqual(expected);
  });
});
