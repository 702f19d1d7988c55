import { describe, expect, it } from '@jest/globals';
import { civilCalendar, DateOutsideCalendar } from '../../calendar/rules/index.js';
import { publicHolidays, schoolHolidays } from '../../../test/support/calendars.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type BookingPolicy, type Deadline, DeadlineNotDefined } from '../../reglement/rules/index.js';
import type { DatedException } from './policy-exceptions.js';
import { planSessions } from './session-plan.js';
import { type PlannedPolicy, SESSION_INSTANTS, type SessionInstants } from './session-rules.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const DAILY: Deadline = { type: 'DAYS_BEFORE', n: 1, unit: 'SERVICE_DAY', at: '09:00' };
const WEEKLY: Deadline = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };
const NOVEMBER: Deadline = { type: 'FIXED_DATES', dates: [{ period: '2026-11', closesAt: '2026-10-27T09:00' }] };
const policy = (
  id: number,
  from: string,
  to: string | null,
  addDeadline: Deadline = DAILY,
  more: Partial<BookingPolicy> = {},
): PlannedPolicy => ({
  id,
  fromDate: date(from),
  toDate: to === null ? null : date(to),
  policy: { add: { deadline: addDeadline }, cancel: { deadline: DAILY }, ...more },
});
const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [{ from: date('2026-11-12'), to: date('2026-11-12'), reason: 'Grève', siteId: null }],
  siteId: 1,
});
const CANTEEN = {
  id: 1,
  siteId: 1,
  weekdays: ['MO', 'TU', 'TH', 'FR'],
  runsOn: 'SCHOOL_DAYS',
  startsAt: '11:45',
} as const;

interface Planning {
  readonly planned: readonly string[];
  readonly zone: string;
  readonly exceptions: readonly DatedException[];
}

function plan(
  from: string,
  to: string,
  policies: PlannedPolicy[],
  { planned = [], zone = 'Europe/Paris', exceptions = [] }: Partial<Planning> = {},
) {
  return planSessions(
    CANTEEN,
    { from: date(from), to: date(to) },
    { calendar, zone, policies, exceptions, planned: new Set(planned) },
  );
}

describe('the sessions of a span', () => {
  it('are the days of service, without holidays and closures, with their instants', () => {
    const { sessions, withoutPolicy } = plan('2026-11-09', '2026-11-16', [policy(1, '2026-09-01', null)]);
    expect(withoutPolicy).toEqual([]);
    // The strike of the 12th has no session, yet it stays the service day before the 13th.
    expect(sessions.map((one) => [one.date.toString(), one.instants.addClosesAt.toString()])).toEqual([
      ['2026-11-09', '2026-11-06T08:00:00Z'],
      ['2026-11-10', '2026-11-09T08:00:00Z'],
      ['2026-11-13', '2026-11-12T08:00:00Z'],
      ['2026-11-16', '2026-11-13T08:00:00Z'],
    ]);
  });

  it('each have the règlement in force on their date', () => {
    const versions = [policy(1, '2026-09-01', '2026-11-30'), policy(2, '2026-12-01', null, WEEKLY)];
    const { sessions } = plan('2026-11-30', '2026-12-01', versions);
    expect(
      sessions.map((one) => [
        one.policyId,
        one.instants.addClosesAt.toString(),
        one.instants.cancelClosesAt.toString(),
      ]),
    ).toEqual([
      [1, '2026-11-27T08:00:00Z', '2026-11-27T08:00:00Z'],
      [2, '2026-11-26T23:00:00Z', '2026-11-30T08:00:00Z'],
    ]);
  });

  it('close on the wall clock of the collectivité', () => {
    const [session] = plan('2026-12-01', '2026-12-01', [policy(1, '2026-09-01', null)], {
      zone: 'Indian/Reunion',
    }).sessions;
    expect(session!.instants.addClosesAt.toString()).toBe('2026-11-30T05:00:00Z');
  });

  it('that are planned already are left out, and those without a règlement are told', () => {
    const { sessions, withoutPolicy } = plan('2026-11-30', '2026-12-04', [policy(1, '2026-12-03', null)], {
      planned: ['2026-12-03'],
    });
    expect(sessions.map((one) => one.date.toString())).toEqual(['2026-12-04']);
    expect(withoutPolicy.map(String)).toEqual(['2026-11-30', '2026-12-01']);
  });

  it('close when the day of service ends where the règlement sets no limit', () => {
    const [session] = plan('2026-12-01', '2026-12-01', [policy(1, '2026-09-01', null, { type: 'NONE' })]).sessions;
    expect(session!.instants.addClosesAt.toString()).toBe('2026-12-01T23:00:00Z');
  });

  it('keep every instant that the règlement sets', () => {
    const whole = policy(1, '2026-09-01', null, WEEKLY, {
      add: {
        deadline: { ...WEEKLY, opensAt: { type: 'DAYS_BEFORE', n: 42, unit: 'CALENDAR', at: '00:00' } },
        afterDeadline: [{ type: 'SURCHARGE', pct: 50 }],
      },
      diet: { deadline: { type: 'DAYS_BEFORE', n: 2, unit: 'CALENDAR', at: '12:00' } },
      order: { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:30' },
    });
    const [session] = plan('2026-12-01', '2026-12-01', [whole]).sessions;
    expect(Object.values(session!.instants).map(String)).toEqual([
      '2026-10-19T22:00:00Z', // opens on 20 October at midnight, summer time
      '2026-11-26T23:00:00Z', // one books until Thursday evening
      '2026-12-01T08:30:00Z', // dearer until the order leaves
      '2026-11-30T08:00:00Z',
      '2026-11-30T08:00:00Z',
      '2026-11-26T23:00:00Z',
      '2026-11-29T11:00:00Z',
      '2026-12-01T08:30:00Z',
    ]);
    expect(Object.keys(session!.instants)).toEqual([...SESSION_INSTANTS]);
  });

  it.each<[string, Partial<BookingPolicy>]>([
    ['publics', { publics: [{ applies: { resident: false }, add: { deadline: NOVEMBER } }] }],
    ['waivers', { waivers: [{ kind: 'SHIFT_WORK', label: 'Soignants', proof: 'OTHER', add: NOVEMBER }] }],
    ['absences', { absence: { declareBefore: NOVEMBER } }],
  ])('are not planned where the rule of %s says nothing of a day, even when the order is told', (_, rules) => {
    const whole = policy(1, '2026-09-01', null, DAILY, { order: DAILY, ...rules });
    expect(plan('2026-11-30', '2026-11-30', [whole]).sessions).toHaveLength(1);
    expect(() => plan('2026-11-30', '2026-12-01', [whole])).toThrow(DeadlineNotDefined);
  });

  it('accept nothing once the order has left, whatever a deadline says', () => {
    const early: Deadline = { type: 'DAYS_BEFORE', n: 3, unit: 'CALENDAR', at: '09:00' };
    const [session] = plan('2026-12-04', '2026-12-04', [
      policy(1, '2026-09-01', null, DAILY, { order: early }),
    ]).sessions;
    const { addOpensAt, ...closings } = session!.instants;
    expect(addOpensAt).toBeNull();
    expect(new Set(Object.values(closings).map(String))).toEqual(new Set(['2026-12-01T08:00:00Z']));
  });

  it('are ruled by the exception of their day, which says only what changes', () => {
    const exceptions: DatedException[] = [
      {
        id: 9,
        prestationId: null,
        siteId: null,
        fromDate: date('2026-12-03'),
        toDate: date('2026-12-03'),
        rules: { add: { deadline: WEEKLY } },
      },
    ];
    const { sessions } = plan('2026-12-03', '2026-12-04', [policy(1, '2026-09-01', null)], { exceptions });
    expect(sessions.map(({ exceptionId, instants }) => [exceptionId, ...shownClosings(instants)])).toEqual([
      [9, '2026-11-26T23:00:00Z', '2026-12-01T08:00:00Z'],
      [null, '2026-12-03T08:00:00Z', '2026-12-03T08:00:00Z'],
    ]);
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

function shownClosings({ addClosesAt, cancelClosesAt }: SessionInstants): string[] {
  return [String(addClosesAt), String(cancelClosesAt)];
}
