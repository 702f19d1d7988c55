import { describe, expect, it } from '@jest/globals';
import { contextOf, date, instant } from '../../../test/support/deadlines.js';
import { compileDeadline, type Deadline, type OperationInstants } from '../../reglement/rules/index.js';
import { waivedUntil, waivedWindow } from './waived-window.js';

/** On the wall clock of Paris, in winter. */
const at = (text: string) => instant(`${text}:00+01:00`);
const days = (n: number, hour: string): Deadline => ({ type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at: hour });
const NEVER: Deadline = { type: 'NONE' };
/** Closes on Friday at 9 h for everyone, then costs more until Sunday at noon. */
const WINDOW: OperationInstants = {
  opensAt: null,
  closesAt: at('2026-11-27T09:00'),
  endsAt: at('2026-11-29T12:00'),
  late: [],
};
const MONDAY = { date: date('2026-11-30'), ordersAt: at('2026-11-30T09:30'), zone: 'Europe/Paris' };

describe('the window of a family that has a waiver', () => {
  it.each<{ what: string; own: Deadline[]; closesAt: string | null; endsAt?: string }>([
    { what: 'its own deadline', own: [days(2, '08:00')], closesAt: '2026-11-28T08:00', endsAt: '2026-11-29T12:00' },
    { what: 'the latest of two', own: [days(3, '12:00'), days(1, '20:00')], closesAt: '2026-11-29T20:00' },
    { what: 'never beyond the kitchen’s order', own: [NEVER], closesAt: '2026-11-30T09:30' },
    { what: 'that of everyone, where its own comes before', own: [days(4, '09:00')], closesAt: null },
    { what: 'that of everyone, where both are the same', own: [days(3, '09:00')], closesAt: null },
  ])('$what', ({ own, closesAt, endsAt = closesAt }) => {
    const compiled = own.map((deadline) => compileDeadline(deadline, contextOf()));
    const window = waivedWindow(WINDOW, waivedUntil(compiled, MONDAY));
    if (closesAt === null) expect(window).toBeNull();
    else expect(window).toEqual({ ...WINDOW, closesAt: at(closesAt), endsAt: at(endsAt!) });
  });
});
