import { describe, expect, it } from '@jest/globals';
import { civilCalendar, DateOutsideCalendar, publicHolidays, schoolHolidays } from '../../calendar/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type Deadline, DeadlineNotDefined } from '../../reglement/index.js';
import { type PlannedPolicy, planSessions } from './session-plan.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const DAILY: Deadline = { type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '09:00' };
const WEEKLY: Deadline = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };
const policy = (id: number, from: string, to: string | null, addDeadline: Deadline = DAILY): PlannedPolicy => ({
  id,
  fromDate: date(from),
  toDate: to === null ? null : date(to),
  policy: { add: { deadline: addDeadline }, cancel: { deadline: DAILY } },
});
const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [{ from: date('2026-11-12'), to: date('2026-11-12'), reason: 'Grève', siteId: null }],
  siteId: 1,
});
const CANTEEN = { weekdays: ['MO', 'TU', 'TH', 'FR'], runsOn: 'SCHOOL_DAYS' } as const;

function plan(from: string, to: string, policies: PlannedPolicy[], planned: string[] = [], zone = 'Europe/Paris') {
  return planSessions(
    CANTEEN,
    { from: date(from), to: date(to) },
    { calendar, zone, policies, planned: new Set(planned) },
  );
}

describe('the sessions of a span', () => {
  it('are the days of service, without holidays and closures, with their instants', () => {
    const { sessions, withoutPolicy } = plan('2026-11-09', '2026-11-16', [policy(1, '2026-09-01', null)]);
    expect(withoutPolicy).toEqual([]);
    // The strike of the 12th has no session, yet it stays the service day before the 13th.
    expect(sessions.map((one) => [one.date.toString(), one.addClosesAt.toString()])).toEqual([
      ['2026-11-09', '2026-11-06T08:00:00Z'],
      ['2026-11-10', '2026-11-09T08:00:00Z'],
      ['2026-11-13', '2026-11-12T08:00:00Z'],
      ['2026-11-16', '2026-11-13T08:00:00Z'],
    ]);
  });

  it('each have the règlement in force on their date', () => {
    const versions = [policy(1, '2026-09-01', '2026-11-30'), policy(2, '2026-12-01', null, WEEKLY)];
    const { sessions } = plan('2026-11-30', '2026-12-01', versions);
    expect(sessions.map((one) => [one.policyId, one.addClosesAt.toString(), one.cancelClosesAt.toString()])).toEqual([
      [1, '2026-11-27T08:00:00Z', '2026-11-27T08:00:00Z'],
      [2, '2026-11-26T23:00:00Z', '2026-11-30T08:00:00Z'],
    ]);
  });

  it('close on the wall clock of the collectivité', () => {
    const [session] = plan('2026-12-01', '2026-12-01', [policy(1, '2026-09-01', null)], [], 'Indian/Reunion').sessions;
    expect(session!.addClosesAt.toString()).toBe('2026-11-30T05:00:00Z');
  });

  it('that are planned already are left out, and those without a règlement are told', () => {
    const { sessions, withoutPolicy } = plan(
      '2026-11-30',
      '2026-12-04',
      [policy(1, '2026-12-03', null)],
      ['2026-12-03'],
    );
    expect(sessions.map((one) => one.date.toString())).toEqual(['2026-12-04']);
    expect(withoutPolicy.map(String)).toEqual(['2026-11-30', '2026-12-01']);
  });

  it('close when the day of service ends where the règlement sets no limit', () => {
    const [session] = plan('2026-12-01', '2026-12-01', [policy(1, '2026-09-01', null, { type: 'NONE' })]).sessions;
    expect(session!.addClosesAt.toString()).toBe('2026-12-01T23:00:00Z');
  });

  it('are not guessed where the règlement says nothing about a day', () => {
    const mondays: Deadline = { type: 'BATCH', perWeekday: { MO: DAILY } };
    expect(plan('2026-11-30', '2026-11-30', [policy(1, '2026-09-01', null, mondays)]).sessions).toHaveLength(1);
    expect(() => plan('2026-11-30', '2026-12-01', [policy(1, '2026-09-01', null, mondays)])).toThrow(
      DeadlineNotDefined,
    );
  });

  it('are not guessed where holidays are not known', () => {
    expect(() => plan('2040-01-02', '2040-01-02', [policy(1, '2026-09-01', null)])).toThrow(DateOutsideCalendar);
  });
});
