import { describe, expect, it } from '@jest/globals';
import { closingOn, contextOf, date, openingOn, type Place, ruleOf } from '../../../../test/support/deadlines.js';
import { closesAt } from './compile-deadline.js';
import { DeadlineNotDefined } from './wall-moment.js';

/**
 * Rules of the kinds that communes publish, with instants worked out on paper calendars: school calendar 2026-2027,
 * public holidays of each place, and the wall clock there.
 */
type Case = [rule: object, day: string, closes: string | null, place?: Place];

const days = (n: number, unit: unknown, at: string, more: object = {}) => ({
  type: 'DAYS_BEFORE',
  n,
  unit,
  at,
  ...more,
});
const week = (weeksBack: number, weekday: string, at: string, more: object = {}) => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
  ...more,
});
const previous = (weekday: string, at: string, more: object = {}) => ({ type: 'PREV_WEEKDAY', weekday, at, ...more });
const francs = (n: number, anchor: string, periodStart?: string) => ({
  type: 'DAYS_FRANCS_BEFORE',
  n,
  anchor,
  ...(periodStart && { periodStart }),
});
const month = (monthsBack: number, day: number, at: string, more: object = {}) => ({
  type: 'DAY_OF_MONTH',
  monthsBack,
  day,
  at,
  ...more,
});
const OPEN = { ifOnClosedDay: 'PREVIOUS_OPEN_DAY' };
const CENTRE: Place = { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], runsOn: 'HOLIDAYS' };
const ALSACE: Place = { territory: 'alsace-moselle', schoolZone: 'B' };
const REUNION: Place = { zone: 'Indian/Reunion', territory: 'reunion' };
const MARTINIQUE: Place = { zone: 'America/Martinique', territory: 'martinique' };
const NO_CLOSURE: Place = { closed: [] };

const TABLES: Record<string, Case[]> = {
  '48 hours are two dates from 00:00, over the spring night too (La Tessoualle)': [
    [days(2, 'CALENDAR', '00:00'), '2026-11-30', '2026-11-28T00:00+01:00'],
    [days(2, 'CALENDAR', '00:00'), '2026-12-03', '2026-12-01T00:00+01:00'],
    [days(2, 'CALENDAR', '00:00'), '2027-03-30', '2027-03-28T00:00+01:00'],
    [days(2, 'CALENDAR', '00:00'), '2026-10-27', '2026-10-25T00:00+02:00'],
  ],
  'two days without week-ends, 11 November counted or not (Cruas)': [
    [days(2, 'MON_FRI', '09:00'), '2026-11-12', '2026-11-10T09:00+01:00'],
    [days(2, 'MON_FRI', '09:00'), '2026-11-13', '2026-11-11T09:00+01:00'],
    [days(2, 'OUVRE', '09:00'), '2026-11-12', '2026-11-09T09:00+01:00'],
    [days(2, 'OUVRE', '09:00'), '2026-11-13', '2026-11-10T09:00+01:00'],
  ],
  'three jours ouvrés around 11 November (Villes-Sœurs)': [
    [days(3, 'OUVRE', '24:00'), '2026-11-16', '2026-11-11T00:00+01:00'],
    [days(3, 'OUVRE', '24:00'), '2026-12-07', '2026-12-03T00:00+01:00'],
  ],
  'the previous day of class, even before the holidays (Rontalon)': [
    [days(1, 'SERVICE_DAY', '09:00'), '2026-12-03', '2026-12-01T09:00+01:00'],
    [days(1, 'SERVICE_DAY', '09:00'), '2026-11-02', '2026-10-16T09:00+02:00'],
    [days(1, 'SERVICE_DAY', '09:00'), '2027-03-08', '2027-02-19T09:00+01:00', { schoolZone: 'B' }],
    [days(1, 'SERVICE_DAY', '09:00'), '2027-02-22', '2027-02-05T09:00+01:00', { schoolZone: 'C' }],
  ],
  'one week, fifteen days, eight days (Niort, Pamiers)': [
    [days(15, 'CALENDAR', '24:00'), '2026-11-30', '2026-11-16T00:00+01:00'],
    [days(8, 'CALENDAR', '24:00'), '2026-11-30', '2026-11-23T00:00+01:00'],
    [days(0, 'CALENDAR', '07:00'), '2027-03-30', '2027-03-30T07:00+02:00'],
  ],
  'a day of an earlier week, week 53 among them (Seilh, Le Crès)': [
    [week(1, 'TU', '24:00'), '2026-10-05', '2026-09-30T00:00+02:00'],
    [week(2, 'SU', '24:00'), '2024-09-02', '2024-08-26T00:00+02:00'],
    [week(1, 'WE', '18:00'), '2027-01-08', '2026-12-30T18:00+01:00'],
    [week(2, 'TU', '18:00'), '2027-01-04', '2026-12-22T18:00+01:00'],
    [week(1, 'TH', '24:00'), '2026-11-30', '2026-11-27T00:00+04:00', REUNION],
  ],
  'the Friday before, strictly': [
    [previous('FR', '12:00'), '2026-11-30', '2026-11-27T12:00+01:00'],
    [previous('FR', '12:00'), '2026-12-03', '2026-11-27T12:00+01:00'],
    [previous('FR', '12:00'), '2026-12-04', '2026-11-27T12:00+01:00'],
    [previous('FR', '12:00'), '2026-12-05', '2026-12-04T12:00+01:00'],
    [previous('SU', '20:00'), '2026-11-30', '2026-11-29T20:00+01:00'],
    [previous('MO', '24:00'), '2028-03-01', '2028-02-29T00:00+01:00'],
  ],
  'a limit for each weekday (Vailhauquès, Mametz)': [
    [batch(), '2026-11-12', '2026-11-10T09:00+01:00'],
    [batch(), '2026-11-03', '2026-10-30T09:00+01:00'],
    [batch(), '2027-01-04', '2027-01-01T09:00+01:00'],
    [batch(), '2027-04-01', '2027-03-30T09:00+02:00'],
  ],
  'jours francs before the day, before the holidays, before class resumes (Éragny)': [
    [francs(15, 'SERVICE_DAY'), '2026-11-30', '2026-11-15T00:00+01:00'],
    [francs(15, 'PERIOD_START'), '2026-10-28', '2026-10-02T00:00+02:00'],
    [francs(15, 'PERIOD_START'), '2027-02-24', '2027-02-05T00:00+01:00', { schoolZone: 'B' }],
    [francs(15, 'PERIOD_START'), '2027-02-06', '2027-01-22T00:00+01:00', { schoolZone: 'C' }],
    [francs(15, 'PERIOD_START'), '2026-11-30', '2026-10-18T00:00+02:00'],
    [francs(15, 'PERIOD_START', 'FIRST_SERVICE_DAY'), '2026-10-28', '2026-10-04T00:00+02:00', CENTRE],
    [francs(15, 'PERIOD_START', 'FIRST_SERVICE_DAY'), '2026-12-23', '2026-12-06T00:00+01:00', CENTRE],
    [
      francs(15, 'PERIOD_START', 'FIRST_SERVICE_DAY'),
      '2027-04-14',
      '2027-03-21T00:00+01:00',
      { ...CENTRE, schoolZone: 'C' },
    ],
  ],
  'a day of the month before': [
    [month(1, 20, '24:00'), '2026-11-30', '2026-10-21T00:00+02:00'],
    [month(1, 31, '24:00'), '2027-03-31', '2027-03-01T00:00+01:00'],
    [month(1, 31, '12:00'), '2028-03-15', '2028-02-29T12:00+01:00'],
    [month(2, 30, '12:00'), '2027-04-30', '2027-02-28T12:00+01:00'],
    [month(0, 5, '09:00'), '2026-12-18', '2026-12-05T09:00+01:00'],
    [month(1, 15, '09:00'), '2027-01-04', '2026-12-15T09:00+01:00'],
  ],
  'the open day before, when the mairie is closed': [
    [days(1, 'CALENDAR', '12:00', OPEN), '2026-11-30', '2026-11-25T12:00+01:00'],
    [days(1, 'CALENDAR', '12:00', OPEN), '2026-11-30', '2026-11-27T12:00+01:00', NO_CLOSURE],
    [days(1, 'CALENDAR', '12:00', OPEN), '2026-11-12', '2026-11-10T12:00+01:00'],
    [days(1, 'CALENDAR', '12:00', OPEN), '2027-03-30', '2027-03-26T12:00+01:00'],
    [days(1, 'CALENDAR', '12:00', OPEN), '2027-03-30', '2027-03-25T12:00+01:00', ALSACE],
    [days(1, 'CALENDAR', '12:00', OPEN), '2026-05-26', '2026-05-21T12:00-04:00', MARTINIQUE],
    // 00:00 of Monday is the end of Sunday: the end of Friday. 24:00 of an open day stays.
    [days(1, 'CALENDAR', '00:00', OPEN), '2026-12-08', '2026-12-05T00:00+01:00'],
    [days(1, 'CALENDAR', '24:00', OPEN), '2026-12-07', '2026-12-05T00:00+01:00'],
    [week(1, 'FR', '24:00', OPEN), '2026-12-07', '2026-12-05T00:00+01:00'],
    [week(1, 'FR', '09:00', OPEN), '2027-01-04', '2026-12-31T09:00+01:00'],
    [week(1, 'FR', '09:00', OPEN), '2027-01-04', '2026-12-31T09:00+01:00', ALSACE],
    [month(0, 5, '09:00', OPEN), '2026-12-18', '2026-12-04T09:00+01:00'],
    [month(0, 26, '09:00', OPEN), '2027-01-29', '2027-01-26T09:00+01:00'],
    [month(1, 26, '09:00', OPEN), '2027-01-29', '2026-12-24T09:00+01:00', ALSACE],
  ],
  'dates of a published list (Lons-le-Saunier, Damvillers-Spincourt)': [
    [lons(), '2019-09-05', '2019-08-27T09:00+02:00'],
    [lons(), '2019-10-31', '2019-09-24T09:00+02:00'],
    [lons(), '2019-11-14', '2019-10-29T09:00+01:00'],
    [damvillers(), '2026-11-03', '2026-08-21T12:00+02:00'],
    [damvillers(), '2027-01-05', '2026-10-10T00:00+02:00'],
  ],
  'the earliest and the latest of several': [
    [{ type: 'MIN_OF', of: pair() }, '2026-12-03', '2026-11-27T12:00+01:00'],
    [{ type: 'MAX_OF', of: pair() }, '2026-12-03', '2026-12-01T09:00+01:00'],
    [{ type: 'MIN_OF', of: pair() }, '2026-11-02', '2026-10-16T09:00+02:00'],
    [{ type: 'MAX_OF', of: pair() }, '2026-11-02', '2026-10-30T12:00+01:00'],
    [{ type: 'MIN_OF', of: [{ type: 'NONE' }, ...pair()] }, '2026-12-03', '2026-11-27T12:00+01:00'],
    [{ type: 'MAX_OF', of: [...pair(), { type: 'NONE' }] }, '2026-12-03', null],
    [{ type: 'MIN_OF', of: [{ type: 'NONE' }, { type: 'NONE' }] }, '2026-12-03', null],
    [{ type: 'MAX_OF', of: pair(), ...OPEN }, '2026-11-12', '2026-11-10T09:00+01:00'],
  ],
  'no limit (Médoc Estuaire)': [[{ type: 'NONE' }, '2026-11-30', null]],
};

function batch() {
  const [friday, tuesday] = [week(1, 'FR', '09:00'), week(0, 'TU', '09:00')];
  return { type: 'BATCH', perWeekday: { MO: friday, TU: friday, TH: tuesday, FR: tuesday } };
}

function lons() {
  const dates = [
    { period: '2019-09', closesAt: '2019-08-27T09:00', weekday: 'TU' },
    { period: '2019-10', closesAt: '2019-09-24T09:00', weekday: 'TU' },
    { period: '2019-11', closesAt: '2019-10-29T09:00', weekday: 'TU' },
  ];
  return { type: 'FIXED_DATES', dates };
}

/** From holidays to holidays; Monday and Tuesday of the rentrée belong to the earlier period. */
function damvillers() {
  return {
    type: 'FIXED_DATES',
    dates: [
      { period: { from: '2026-11-04', to: '2027-01-05' }, closesAt: '2026-10-09T23:59' },
      { period: { from: '2026-09-01', to: '2026-11-03' }, closesAt: '2026-08-21T12:00' },
    ],
  };
}

function pair() {
  return [days(1, 'SERVICE_DAY', '09:00'), week(1, 'FR', '12:00')];
}

describe.each(Object.entries(TABLES))('%s', (_, cases) => {
  it.each(cases)('%j: %s closes at %s', (...[rule, day, closes, place]) => {
    expect(closingOn(ruleOf(rule), day, contextOf(place))).toBe(closes);
  });
});

describe('when requests start', () => {
  const sixWeeks = days(42, 'CALENDAR', '00:00');
  it.each<[object, string, string | null]>([
    [days(1, 'CALENDAR', '09:00'), '2026-12-02', null],
    [{ ...days(1, 'CALENDAR', '09:00'), opensAt: sixWeeks }, '2026-12-02', '2026-10-21T00:00+02:00'],
    [{ type: 'NONE', opensAt: week(1, 'MO', '08:00') }, '2026-12-02', '2026-11-23T08:00+01:00'],
    [
      {
        type: 'BATCH',
        perWeekday: {
          TU: days(1, 'CALENDAR', '09:00'),
          WE: { ...days(7, 'CALENDAR', '09:00'), opensAt: sixWeeks },
        },
      },
      '2026-12-02',
      '2026-10-21T00:00+02:00',
    ],
    [
      {
        type: 'FIXED_DATES',
        dates: [{ period: { from: '2027-02-13', to: '2027-02-28' }, closesAt: '2027-01-22T24:00' }],
        opensAt: {
          type: 'FIXED_DATES',
          dates: [{ period: { from: '2027-02-13', to: '2027-02-28' }, closesAt: '2027-01-02T00:00' }],
        },
      },
      '2027-02-16',
      '2027-01-02T00:00+01:00',
    ],
  ])('%j: %s opens at %s', (rule, day, opens) => {
    expect(openingOn(ruleOf(rule), day, contextOf())).toBe(opens);
  });
});

describe('a day about which a rule says nothing', () => {
  it.each<[object, string, string, Place?]>([
    [lons(), '2019-12-02', 'Aucune période de la liste ne contient le 2 décembre 2019'],
    [batch(), '2026-12-02', 'Ce délai ne dit rien du mercredi'],
    [francs(3, 'PERIOD_START', 'FIRST_SERVICE_DAY'), '2026-10-28', 'La période de ce jour n’a aucun jour de service'],
  ])('%j: %s', (...[rule, day, reason, place]) => {
    expect.assertions(2);
    try {
      closesAt(ruleOf(rule), date(day), contextOf(place));
    } catch (error) {
      expect(error).toBeInstanceOf(DeadlineNotDefined);
      expect((error as DeadlineNotDefined).reason).toContain(reason);
    }
  });
});
