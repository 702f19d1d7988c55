import { describe, expect, it } from '@jest/globals';
import { DateOutsideCalendar } from '../../../calendar/rules/index.js';
import { Temporal, type Weekday } from '../../../kernel/civil-time.js';
import { closingOn, contextOf, date } from '../../../../test/support/deadlines.js';
import { closesAt, isOpen } from './compile-deadline.js';
import type { CountingUnit } from './counting-unit.js';
import type { Deadline, DeadlineContext } from './deadline.js';
import { parseDeadline } from './parse-deadline.js';
import { DeadlineNotDefined } from './wall-moment.js';

const SCHOOL_WEEK: Weekday[] = ['MO', 'TU', 'TH', 'FR'];

const PARIS = contextOf();

const daysBefore = (n: number, unit: CountingUnit, at: string): Deadline => ({ type: 'DAYS_BEFORE', n, unit, at });
const weekday = (weeksBack: number, day: Weekday, at: string): Deadline => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday: day,
  at,
});
const custom = (
  weekdays: Weekday[],
  skip: { feries?: boolean; vacances?: boolean; closures?: boolean },
): CountingUnit => ({
  type: 'CUSTOM',
  weekdays,
  skipFeries: skip.feries ?? false,
  skipVacances: skip.vacances ?? false,
  skipClosures: skip.closures ?? false,
});

type Case = [why: string, rule: Deadline, service: string, closes: string, context?: DeadlineContext];

function expectCloses([, rule, service, closes, context = PARIS]: Case) {
  expect(closingOn(rule, service, context)).toBe(closes);
}

describe('the closing instant of DAYS_BEFORE', () => {
  it.each<Case>([
    ['the same morning', daysBefore(0, 'CALENDAR', '09:00'), '2026-11-30', '2026-11-30T09:00+01:00'],
    ['the eve, literally: a Sunday', daysBefore(1, 'CALENDAR', '12:00'), '2026-11-30', '2026-11-29T12:00+01:00'],
    ['72 h: three days from 00:00', daysBefore(3, 'CALENDAR', '00:00'), '2026-11-30', '2026-11-27T00:00+01:00'],
    ['the whole eve', daysBefore(1, 'CALENDAR', '24:00'), '2026-11-30', '2026-11-30T00:00+01:00'],
    ['fifteen days', daysBefore(15, 'CALENDAR', '12:00'), '2026-11-30', '2026-11-15T12:00+01:00'],

    ['week-ends not counted', daysBefore(1, 'MON_FRI', '09:00'), '2026-11-30', '2026-11-27T09:00+01:00'],
    ['11 November counts', daysBefore(1, 'MON_FRI', '09:00'), '2026-11-12', '2026-11-11T09:00+01:00'],
    ['11 November counts, two days', daysBefore(2, 'MON_FRI', '09:00'), '2026-11-12', '2026-11-10T09:00+01:00'],

    ['Monday, three jours ouvrés', daysBefore(3, 'OUVRE', '10:00'), '2026-11-30', '2026-11-25T10:00+01:00'],
    ['Tuesday, three jours ouvrés', daysBefore(3, 'OUVRE', '10:00'), '2026-12-01', '2026-11-26T10:00+01:00'],
    ['Wednesday, three jours ouvrés', daysBefore(3, 'OUVRE', '10:00'), '2026-12-02', '2026-11-27T10:00+01:00'],
    ['Thursday, three jours ouvrés', daysBefore(3, 'OUVRE', '10:00'), '2026-12-03', '2026-11-30T10:00+01:00'],
    ['11 November is not ouvré', daysBefore(2, 'OUVRE', '10:00'), '2026-11-12', '2026-11-09T10:00+01:00'],
    ['Easter Monday is not ouvré', daysBefore(1, 'OUVRE', '10:00'), '2027-03-30', '2027-03-26T10:00+01:00'],
    ['school holidays are ouvrés', daysBefore(1, 'OUVRE', '10:00'), '2026-11-02', '2026-10-30T10:00+01:00'],

    ['a Saturday is ouvrable', daysBefore(1, 'OUVRABLE', '10:00'), '2026-11-30', '2026-11-28T10:00+01:00'],
    ['a Sunday is not', daysBefore(2, 'OUVRABLE', '10:00'), '2026-12-01', '2026-11-28T10:00+01:00'],
    ['8 May 2026, Friday, is not', daysBefore(1, 'OUVRABLE', '10:00'), '2026-05-09', '2026-05-07T10:00+02:00'],

    [
      'from Thursday to Tuesday of service',
      daysBefore(1, 'SERVICE_DAY', '09:00'),
      '2026-12-03',
      '2026-12-01T09:00+01:00',
    ],
    ['from Monday to Friday of service', daysBefore(1, 'SERVICE_DAY', '09:00'), '2026-12-07', '2026-12-04T09:00+01:00'],
    ['a closure does not move it', daysBefore(1, 'SERVICE_DAY', '09:00'), '2026-11-30', '2026-11-27T09:00+01:00'],
    ['across the autumn holidays', daysBefore(1, 'SERVICE_DAY', '09:00'), '2026-11-02', '2026-10-16T09:00+02:00'],
    ['rentrée 2026: before the summer', daysBefore(1, 'SERVICE_DAY', '09:00'), '2026-09-01', '2026-07-03T09:00+02:00'],
    ['rentrée 2025: before the summer', daysBefore(1, 'SERVICE_DAY', '09:00'), '2025-09-01', '2025-07-04T09:00+02:00'],
    ['over Easter Monday', daysBefore(1, 'SERVICE_DAY', '09:00'), '2027-03-30', '2027-03-26T09:00+01:00'],
    ['over Ascension and its bridge', daysBefore(1, 'SERVICE_DAY', '09:00'), '2027-05-10', '2027-05-04T09:00+02:00'],
  ])('%s', (...row) => expectCloses(row));

  it.each<Case>([
    [
      'a centre de loisirs counts its own days, in the holidays',
      daysBefore(2, 'SERVICE_DAY', '12:00'),
      '2026-10-26',
      '2026-10-22T12:00+02:00',
      contextOf({ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], runsOn: 'HOLIDAYS' }),
    ],
    [
      'its first day of the autumn holidays closes in the summer ones',
      daysBefore(1, 'SERVICE_DAY', '12:00'),
      '2026-10-19',
      '2026-08-31T12:00+02:00',
      contextOf({ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], runsOn: 'HOLIDAYS' }),
    ],
    [
      'open all year round, holidays do not matter',
      daysBefore(1, 'SERVICE_DAY', '12:00'),
      '2026-11-02',
      '2026-10-30T12:00+01:00',
      contextOf({ runsOn: 'BOTH' }),
    ],
    [
      'a Sunday service has a Sunday eve',
      daysBefore(1, 'SERVICE_DAY', '18:00'),
      '2026-12-06',
      '2026-11-29T18:00+01:00',
      contextOf({ weekdays: ['SU'] }),
    ],
    [
      'Good Friday is férié in Alsace-Moselle',
      daysBefore(1, 'SERVICE_DAY', '09:00'),
      '2027-03-30',
      '2027-03-25T09:00+01:00',
      contextOf({ territory: 'alsace-moselle' }),
    ],
    [
      'and not ouvré there either',
      daysBefore(1, 'OUVRE', '09:00'),
      '2027-03-30',
      '2027-03-25T09:00+01:00',
      contextOf({ territory: 'alsace-moselle' }),
    ],
    [
      'in La Réunion the hour is that of the island',
      daysBefore(1, 'CALENDAR', '18:00'),
      '2026-11-30',
      '2026-11-29T18:00+04:00',
      contextOf({ zone: 'Indian/Reunion', territory: 'reunion' }),
    ],
    [
      'in Martinique 22 May is férié',
      daysBefore(1, 'OUVRE', '10:00'),
      '2026-05-26',
      '2026-05-21T10:00-04:00',
      contextOf({ zone: 'America/Martinique', territory: 'martinique' }),
    ],
  ])('%s', (...row) => expectCloses(row));

  it.each<Case>([
    [
      'every day of the week counts',
      daysBefore(1, custom(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], {}), '09:00'),
      '2026-11-30',
      '2026-11-29T09:00+01:00',
    ],
    [
      'Tuesday and Thursday only',
      daysBefore(2, custom(['TU', 'TH'], {}), '09:00'),
      '2026-12-04',
      '2026-12-01T09:00+01:00',
    ],
    ['féries counted', daysBefore(1, custom(['WE'], {}), '09:00'), '2026-11-12', '2026-11-11T09:00+01:00'],
    [
      'féries skipped',
      daysBefore(1, custom(['WE'], { feries: true }), '09:00'),
      '2026-11-12',
      '2026-11-04T09:00+01:00',
    ],
    [
      'vacances skipped',
      daysBefore(1, custom(['FR'], { vacances: true }), '09:00'),
      '2026-11-02',
      '2026-10-16T09:00+02:00',
    ],
    ['closures counted', daysBefore(1, custom(SCHOOL_WEEK, {}), '09:00'), '2026-11-30', '2026-11-27T09:00+01:00'],
    [
      'closures skipped',
      daysBefore(1, custom(SCHOOL_WEEK, { closures: true }), '09:00'),
      '2026-11-30',
      '2026-11-24T09:00+01:00',
    ],
  ])('CUSTOM: %s', (...row) => expectCloses(row));
});

describe('the closing instant of WEEKDAY_OF_WEEK', () => {
  it.each<Case>([
    ['Thursday noon before the week, for Monday', weekday(1, 'TH', '12:00'), '2026-11-30', '2026-11-26T12:00+01:00'],
    ['the same for Friday', weekday(1, 'TH', '12:00'), '2026-12-04', '2026-11-26T12:00+01:00'],
    ['a Sunday belongs to the week that it ends', weekday(1, 'TH', '12:00'), '2026-12-06', '2026-11-26T12:00+01:00'],
    ['Tuesday of the same week', weekday(0, 'TU', '09:00'), '2026-12-03', '2026-12-01T09:00+01:00'],
    ['two weeks before', weekday(2, 'SU', '20:00'), '2026-11-30', '2026-11-22T20:00+01:00'],
    ['Thursday included', weekday(1, 'TH', '24:00'), '2026-11-30', '2026-11-27T00:00+01:00'],
    ['week 1 of 2027 after week 53', weekday(1, 'TH', '24:00'), '2027-01-04', '2027-01-01T00:00+01:00'],
    ['inside week 53, New Year Friday', weekday(1, 'TH', '12:00'), '2027-01-01', '2026-12-24T12:00+01:00'],
    ['two weeks across week 53', weekday(2, 'MO', '12:00'), '2027-01-08', '2026-12-21T12:00+01:00'],
    ['it may fall in the holidays', weekday(1, 'TU', '24:00'), '2026-11-02', '2026-10-28T00:00+01:00'],
    ['the rentrée', weekday(1, 'TH', '12:00'), '2026-09-01', '2026-08-27T12:00+02:00'],
    ['it does not need known holidays', weekday(1, 'MO', '24:00'), '2022-09-19', '2022-09-13T00:00+02:00'],
  ])('%s', (...row) => expectCloses(row));
});

describe('hours from the start of the service, at 11:45', () => {
  const from = (n: number, unit: CountingUnit = 'CALENDAR') => daysBefore(n, unit, 'SERVICE_START');
  it.each<[why: string, rule: Deadline, service: string, closes: string, realHours: number]>([
    ['48 h', from(2), '2026-11-30', '2026-11-28T11:45+01:00', 48],
    ['24 h', from(1), '2026-11-30', '2026-11-29T11:45+01:00', 24],
    ['the start itself', from(0), '2026-11-30', '2026-11-30T11:45+01:00', 0],
    ['48 h across the autumn night are 49', from(2), '2026-10-26', '2026-10-24T11:45+02:00', 49],
    ['48 h across the spring night are 47', from(2), '2027-03-29', '2027-03-27T11:45+01:00', 47],
    ['48 h that start after it', from(2), '2027-03-30', '2027-03-28T11:45+02:00', 48],
    ['two school days', from(2, 'SERVICE_DAY'), '2026-12-01', '2026-11-27T11:45+01:00', 96],
  ])('%s', (_, rule, day, expected, realHours) => {
    const context = { ...contextOf({ closed: [] }), startsAt: '11:45' };
    const closes = closesAt(rule, date(day), context)!;
    expect(closes.toString()).toBe(Temporal.Instant.from(expected).toString());
    const starts = date(day).toZonedDateTime({ timeZone: context.zone, plainTime: '11:45' }).toInstant();
    expect(starts.since(closes).total('hours')).toBe(realHours);
  });

  it('say nothing of a service that has no hour', () => {
    expect(() => closesAt(from(2), date('2026-11-30'), contextOf())).toThrow('n’a pas d’heure de début');
  });
});

describe('the nights when clocks change', () => {
  it.each<Case>([
    [
      'after the autumn night, 72 h is three dates',
      daysBefore(3, 'CALENDAR', '00:00'),
      '2026-10-27',
      '2026-10-24T00:00+02:00',
    ],
    ['Sunday noon of the autumn change', daysBefore(1, 'CALENDAR', '12:00'), '2026-10-26', '2026-10-25T12:00+01:00'],
    ['02:30 comes twice: the first one', daysBefore(1, 'CALENDAR', '02:30'), '2026-10-26', '2026-10-25T02:30+02:00'],
    ['the end of the day of 25 hours', daysBefore(1, 'CALENDAR', '24:00'), '2026-10-26', '2026-10-26T00:00+01:00'],
    [
      'after the spring night, 72 h is three dates',
      daysBefore(3, 'CALENDAR', '00:00'),
      '2027-03-30',
      '2027-03-27T00:00+01:00',
    ],
    ['02:30 never comes: one hour later', daysBefore(1, 'CALENDAR', '02:30'), '2027-03-29', '2027-03-28T03:30+02:00'],
    ['the end of the day of 23 hours', daysBefore(1, 'CALENDAR', '24:00'), '2027-03-29', '2027-03-29T00:00+02:00'],
    ['a rule by week across the spring night', weekday(1, 'FR', '12:00'), '2027-03-30', '2027-03-26T12:00+01:00'],
  ])('%s', (...row) => expectCloses(row));
});

describe('open or closed', () => {
  const evening = closesAt(weekday(1, 'TU', '24:00'), date('2026-11-30'), PARIS);
  const morning = closesAt(daysBefore(1, 'OUVRE', '09:00'), date('2026-12-01'), PARIS);
  it.each([
    ['the last half minute of « 23h59 »', '2026-11-24T23:59:30+01:00', evening, true],
    ['the last millisecond', '2026-11-24T23:59:59.999+01:00', evening, true],
    ['midnight', '2026-11-25T00:00:00+01:00', evening, false],
    ['08:59:59', '2026-11-30T08:59:59+01:00', morning, true],
    ['09:00:00 exactly', '2026-11-30T09:00:00+01:00', morning, false],
    ['the same instant told in another zone', '2026-11-30T08:00:00Z', morning, false],
  ])('%s', (_, now, closes, open) => {
    expect(isOpen(Temporal.Instant.from(now), closes)).toBe(open);
  });

  it('without limit, always', () => {
    expect(isOpen(Temporal.Instant.from('2040-01-01T00:00:00Z'), null)).toBe(true);
  });

  it('« 23h59 » in a règlement is the whole evening', () => {
    const parsed = parseDeadline({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TU', at: '23:59' });
    expect(parsed).toEqual({ deadline: weekday(1, 'TU', '24:00') });
  });
});

describe('what cannot be computed is not guessed', () => {
  it('days whose holidays are not known', () => {
    expect(() => closesAt(daysBefore(1, 'SERVICE_DAY', '09:00'), date('2024-09-02'), PARIS)).toThrow(
      DateOutsideCalendar,
    );
    expect(() => closesAt(daysBefore(1, 'OUVRE', '09:00'), date('2040-01-02'), PARIS)).toThrow(DateOutsideCalendar);
  });

  it('a service that never ran', () => {
    const never = { ...PARIS, isServiceDay: () => false };
    expect(() => closesAt(daysBefore(1, 'SERVICE_DAY', '09:00'), date('2026-11-30'), never)).toThrow(
      DeadlineNotDefined,
    );
  });
});
