import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { BookingPolicy, Deadline } from '../../reglement/rules/index.js';
import { concerns, type DatedException, exceptionOn, mergedPolicy, overlappedException } from './policy-exceptions.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const [COMMUNE, SITE, OWN] = [
  { prestationId: null, siteId: null },
  { prestationId: null, siteId: 3 },
  { prestationId: 7, siteId: null },
];
const exception = (id: number, scope: typeof COMMUNE | typeof SITE | typeof OWN, from: string, to: string) =>
  ({ id, ...scope, fromDate: date(from), toDate: date(to), rules: {} }) satisfies DatedException;

describe('which exception rules a day', () => {
  const ALL_WEEK = exception(1, COMMUNE, '2026-12-14', '2026-12-18');
  const OF_SITE = exception(2, SITE, '2026-12-15', '2026-12-17');
  const OF_CANTEEN = exception(3, OWN, '2026-12-16', '2026-12-16');
  const exceptions = [ALL_WEEK, OF_SITE, OF_CANTEEN];
  it.each<[day: string, prestation: { id: number; siteId: number }, ruling: number | null]>([
    ['2026-12-11', { id: 7, siteId: 3 }, null],
    ['2026-12-14', { id: 7, siteId: 3 }, 1],
    ['2026-12-15', { id: 7, siteId: 3 }, 2],
    ['2026-12-16', { id: 7, siteId: 3 }, 3],
    ['2026-12-17', { id: 7, siteId: 3 }, 2],
    ['2026-12-18', { id: 7, siteId: 3 }, 1],
    // Another prestation of the site, and one of another site.
    ['2026-12-16', { id: 8, siteId: 3 }, 2],
    ['2026-12-16', { id: 9, siteId: 4 }, 1],
    ['2026-12-19', { id: 9, siteId: 4 }, null],
  ])('%s, %j: %s', (day, prestation, ruling) => {
    expect(exceptionOn(exceptions, prestation, date(day))?.id ?? null).toBe(ruling);
    expect(exceptionOn([...exceptions].reverse(), prestation, date(day))?.id ?? null).toBe(ruling);
  });

  it.each([
    [COMMUNE, true, true],
    [SITE, true, false],
    [OWN, true, false],
  ])('%j concerns the canteen of site 3: %s; that of site 4: %s', (scope, here, there) => {
    expect(concerns(scope, { id: 7, siteId: 3 })).toBe(here);
    expect(concerns(scope, { id: 9, siteId: 4 })).toBe(there);
  });
});

describe('two exceptions of one scope may not hold on one day', () => {
  const week = exception(1, SITE, '2026-12-14', '2026-12-18');
  it.each<[scope: typeof COMMUNE | typeof SITE | typeof OWN, from: string, to: string, overlapped: number | null]>([
    [SITE, '2026-12-18', '2026-12-20', 1],
    [SITE, '2026-12-01', '2026-12-14', 1],
    [SITE, '2026-12-16', '2026-12-16', 1],
    [SITE, '2026-12-19', '2026-12-31', null],
    [{ ...SITE, siteId: 4 }, '2026-12-14', '2026-12-18', null],
    [OWN, '2026-12-14', '2026-12-18', null],
    [COMMUNE, '2026-12-14', '2026-12-18', null],
  ])('%j from %s to %s: %s', (scope, from, to, overlapped) => {
    expect(overlappedException([week], scope, { from: date(from), to: date(to) })?.id ?? null).toBe(overlapped);
  });
});

describe('a policy and its exception', () => {
  const at = (hour: string): Deadline => ({ type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: hour });
  const rule = (hour: string) => ({ deadline: at(hour) });
  const POLICY: BookingPolicy = {
    add: { ...rule('09:00'), afterDeadline: [{ type: 'SURCHARGE', pct: 50 }] },
    cancel: rule('10:00'),
    diet: rule('08:00'),
    order: at('18:00'),
    absence: { carenceDays: { n: 1 } },
  };
  it.each<[what: string, rules: Partial<BookingPolicy>, merged: BookingPolicy]>([
    ['says nothing', {}, POLICY],
    // The operation is replaced whole: what happened after the deadline goes with it.
    ['replaces booking', { add: rule('07:00') }, { ...POLICY, add: rule('07:00') }],
    ['adds what was not said', { modify: rule('06:00') }, { ...POLICY, modify: rule('06:00') }],
    [
      'replaces several',
      { cancel: rule('12:00'), diet: rule('11:00'), order: at('20:00') },
      { ...POLICY, cancel: rule('12:00'), diet: rule('11:00'), order: at('20:00') },
    ],
  ])('that %s', (_, rules, merged) => {
    expect(mergedPolicy(POLICY, { rules })).toEqual(merged);
  });

  it('is the policy itself where no exception holds', () => expect(mergedPolicy(POLICY, null)).toEqual(POLICY));
});
