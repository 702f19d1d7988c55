import { describe, expect, it } from '@jest/globals';
import { parseDeadline } from './parse-deadline.js';

const days = (n: unknown, unit: unknown, at: unknown) => ({ type: 'DAYS_BEFORE', n, unit, at });
const week = (weeksBack: unknown, weekday: unknown, at: unknown) => ({
  type: 'WEEKDAY_OF_WEEK',
  weeksBack,
  weekday,
  at,
});
const batch = (perWeekday: unknown) => ({ type: 'BATCH', perWeekday });
const combined = (of: unknown, type = 'MIN_OF') => ({ type, of });
const francs = (n: unknown, anchor: unknown, more: object = {}) => ({ type: 'DAYS_FRANCS_BEFORE', n, anchor, ...more });
const dates = (...list: unknown[]) => ({ type: 'FIXED_DATES', dates: list });
const november = (closesAt: unknown, more: object = {}) => ({ period: '2026-11', closesAt, ...more });
const OK = days(1, 'OUVRE', '09:00');

describe('a rule that cannot be understood is refused field by field', () => {
  it.each([
    [undefined, ['deadline']],
    [null, ['deadline']],
    ['la veille', ['deadline']],
    [[], ['deadline']],
    [{}, ['deadline.type']],
    [{ type: 'HOURS_BEFORE', n: 48 }, ['deadline.type']],
    [{ type: 'toString' }, ['deadline.type']],
    [{ type: 'DAYS_BEFORE' }, ['deadline.n', 'deadline.unit', 'deadline.at']],
    [days(-1, 'OUVRE', '09:00'), ['deadline.n']],
    [days(1.5, 'OUVRE', '09:00'), ['deadline.n']],
    [days('2', 'OUVRE', '09:00'), ['deadline.n']],
    [days(367, 'OUVRE', '09:00'), ['deadline.n']],
    [days(1, 'WORKING', '09:00'), ['deadline.unit']],
    [days(1, 'CUSTOM', '09:00'), ['deadline.unit']],
    [days(1, 'OUVRE', '24:01'), ['deadline.at']],
    [days(1, 'OUVRE', '9:00'), ['deadline.at']],
    [days(1, 'OUVRE', '12:60'), ['deadline.at']],
    [days(1, 'OUVRE', 9), ['deadline.at']],
    [days(1, 'OUVRE', ''), ['deadline.at']],
    [{ ...days(1, 'OUVRE', '09:00'), weekday: 'MO' }, ['deadline.weekday']],
    [days(1, { type: 'CUSTOM' }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: [] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO', 'MO'] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO', 'lundi'] }, '09:00'), ['deadline.unit.weekdays']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO'], skipFeries: 'oui' }, '09:00'), ['deadline.unit.skipFeries']],
    [days(1, { type: 'CUSTOM', weekdays: ['MO'], skipSundays: true }, '09:00'), ['deadline.unit.skipSundays']],
    [week(-1, 'TH', '12:00'), ['deadline.weeksBack']],
    [week(53, 'TH', '12:00'), ['deadline.weeksBack']],
    [week(1, 'jeudi', '12:00'), ['deadline.weekday']],
    [{ type: 'WEEKDAY_OF_WEEK' }, ['deadline.weeksBack', 'deadline.weekday', 'deadline.at']],
    [{ type: 'PREV_WEEKDAY' }, ['deadline.weekday', 'deadline.at']],
    [batch({}), ['deadline.perWeekday']],
    [batch(undefined), ['deadline.perWeekday']],
    [
      batch({ MO: OK, LUNDI: OK, TU: days(-1, 'OUVRE', '9h') }),
      ['deadline.perWeekday.LUNDI', 'deadline.perWeekday.TU.n', 'deadline.perWeekday.TU.at'],
    ],
    [batch({ MO: batch({ MO: OK }) }), ['deadline.perWeekday.MO.type']],
    [francs(0, 'SERVICE_DAY'), ['deadline.n']],
    [francs(15, 'HOLIDAYS'), ['deadline.anchor']],
    [francs(15, 'PERIOD_START', { periodStart: 'SATURDAY' }), ['deadline.periodStart']],
    [francs(15, 'SERVICE_DAY', { periodStart: 'OFFICIAL' }), ['deadline.periodStart']],
    [{ type: 'DAY_OF_MONTH', monthsBack: 13, day: 32, at: '09:00' }, ['deadline.monthsBack', 'deadline.day']],
    [dates(), ['deadline.dates']],
    [dates({}), ['deadline.dates[0].period', 'deadline.dates[0].closesAt']],
    [dates(november('2026-02-30T09:00')), ['deadline.dates[0].closesAt']],
    [dates(november('2026-10-27')), ['deadline.dates[0].closesAt']],
    [dates({ period: '2026-13', closesAt: '2026-10-27T09:00' }), ['deadline.dates[0].period']],
    [
      dates({ period: { from: '2026-11-02', to: '2026-10-02' }, closesAt: '2026-10-27T09:00' }),
      ['deadline.dates[0].period.to'],
    ],
    [
      dates({ period: { from: '2026-11-31' }, closesAt: '2026-10-27T09:00' }),
      ['deadline.dates[0].period.from', 'deadline.dates[0].period.to'],
    ],
    [dates(november('2026-10-27T09:00', { weekday: 'mardi' })), ['deadline.dates[0].weekday']],
    [dates(november('2026-10-27T09:00'), november('2026-10-28T09:00')), ['deadline.dates[1].period']],
    [
      dates(november('2026-10-27T09:00'), {
        period: { from: '2026-11-30', to: '2026-12-04' },
        closesAt: '2026-11-24T09:00',
      }),
      ['deadline.dates[1].period'],
    ],
    [combined([OK]), ['deadline.of']],
    [combined('tous'), ['deadline.of']],
    [combined([OK, { type: 'NUIT' }], 'MAX_OF'), ['deadline.of[1].type']],
    [combined([OK, { ...OK, opensAt: OK }]), ['deadline.of[1].opensAt']],
    [{ ...OK, opensAt: { ...OK, opensAt: OK } }, ['deadline.opensAt.opensAt']],
    [{ ...OK, opensAt: 'six semaines' }, ['deadline.opensAt']],
    [{ ...OK, ifOnClosedDay: 'NEXT_OPEN_DAY' }, ['deadline.ifOnClosedDay']],
    [{ type: 'NONE', ifOnClosedDay: 'KEEP' }, ['deadline.ifOnClosedDay']],
    [{ ...dates(november('2026-10-27T09:00')), ifOnClosedDay: 'PREVIOUS_OPEN_DAY' }, ['deadline.ifOnClosedDay']],
    [{ type: 'NONE', at: '09:00' }, ['deadline.at']],
    [
      combined([OK, combined([OK, combined([OK, combined([OK, OK])])])]),
      ['deadline.of[1].of[1].of[1].of[0]', 'deadline.of[1].of[1].of[1].of[1]'],
    ],
    [
      combined(Array.from({ length: 3 }, () => combined(Array.from({ length: 8 }, () => OK)))),
      ['deadline.of[2].of[0]'],
    ],
  ])('%j', (json, fields) => {
    const parsed = parseDeadline(json);
    expect('errors' in parsed && parsed.errors.map(({ field }) => field)).toEqual(fields);
    for (const { message } of 'errors' in parsed ? parsed.errors : []) {
      expect(message).toMatch(/^\p{Lu}.+\.$/u);
      expect(message).not.toMatch(/ [:;!?]/);
    }
  });

  it('says where the rule stands in the request', () => {
    const parsed = parseDeadline(days(-1, 'OUVRE', '09:00'), 'policies[0].add');
    expect(parsed).toEqual({
      errors: [{ field: 'policies[0].add.n', message: 'Indiquez le nombre de jours, un nombre entier de 0 à 366.' }],
    });
  });

  const messageOf = (json: unknown) => {
    const parsed = parseDeadline(json);
    return 'errors' in parsed ? parsed.errors[0]!.message.replaceAll('\u00a0', ' ') : '';
  };

  it('offers both meanings of « avant le jeudi » where the hour is missing', () => {
    expect(messageOf({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH' })).toBe(
      'Indiquez l’heure limite : « avant le jeudi » peut se comprendre jusqu’à la fin de la journée qui précède (le mercredi, « 24:00 ») ou jusqu’à la fin de ce jour (le jeudi, « 24:00 »). Choisissez l’un des deux, ou une heure comme « 09:00 ».',
    );
    expect(messageOf({ type: 'DAY_OF_MONTH', monthsBack: 1, day: 2 })).toContain(
      '« avant le 2 » peut se comprendre jusqu’à la fin de la journée qui précède (le 1er, « 24:00 »)',
    );
  });

  it('catches the Tuesday that was a Saturday (Lons-le-Saunier)', () => {
    expect(messageOf(dates({ period: '2019-12', closesAt: '2019-11-30T09:00', weekday: 'TU' }))).toBe(
      'Le 30 novembre 2019 est un samedi et non un mardi : corrigez la date ou le jour.',
    );
  });
});

describe('a rule that is understood', () => {
  it.each([
    [combined([OK, { type: 'NONE' }], 'MAX_OF')],
    [batch({ MO: { ...OK, opensAt: week(6, 'MO', '08:00') }, TU: OK })],
    [{ ...OK, ifOnClosedDay: 'PREVIOUS_OPEN_DAY', opensAt: { ...week(6, 'MO', '08:00'), ifOnClosedDay: 'KEEP' } }],
    [francs(15, 'PERIOD_START', { periodStart: 'FIRST_SERVICE_DAY' })],
    [dates(november('2026-10-27T24:00', { weekday: 'TU' }))],
  ])('%j is kept as it is written', (json) => {
    expect(parseDeadline(json)).toEqual({ deadline: json });
  });
});
