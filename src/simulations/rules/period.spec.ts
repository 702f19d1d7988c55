import { describe, expect, it } from '@jest/globals';
import { civilCalendar } from '../../calendar/rules/index.js';
import { publicHolidays, schoolHolidays } from '../../../test/support/calendars.js';
import { Temporal } from '../../kernel/civil-time.js';
import { periodRefusal } from './period.js';

const calendar = civilCalendar({
  schoolHolidays: schoolHolidays('A'),
  publicHolidays: publicHolidays('metropole'),
  closures: [],
  siteId: null,
});

describe('a period to replay', () => {
  it.each([
    { from: '2026-09-01', to: '2027-07-02', today: '2027-07-03', field: null, says: '' },
    { from: '2026-09-01', to: '2027-07-02', today: '2027-07-02', field: 'to', says: 'La période doit être finie' },
    { from: '2026-10-01', to: '2026-09-30', today: '2027-01-01', field: 'to', says: 'précède son début' },
    { from: '2026-01-01', to: '2027-02-04', today: '2027-07-03', field: null, says: '' },
    { from: '2026-01-01', to: '2027-02-05', today: '2027-07-03', field: 'to', says: '401' },
    { from: '2001-09-01', to: '2001-10-01', today: '2027-07-03', field: 'from', says: 'ne sont pas connus' },
  ])('$from to $to on $today: $field', ({ from, to, today, field, says }) => {
    const span = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
    const refusal = periodRefusal(span, Temporal.PlainDate.from(today), calendar);
    expect(refusal?.field ?? null).toBe(field);
    expect(refusal?.message ?? '').toContain(says);
  });
});
