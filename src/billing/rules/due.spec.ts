import { describe, expect, it } from '@jest/globals';
import type { AbsenceVerdict } from '../../attendance/rules/index.js';
import { type AttendanceState, type BookingState, reasonInFrench, whatIsDue } from './due.js';

describe('what is charged, by booking and attendance', () => {
  it.each<[BookingState, AttendanceState, ReturnType<typeof whatIsDue>['event'], string, string | null]>([
    ['RESERVED', 'PRESENT', 'UNIT', 'RESERVED_AND_PRESENT', null],
    ['RESERVED', 'ABSENT_JUSTIFIED', null, 'ABSENCE_JUSTIFIED', null],
    ['RESERVED', 'ABSENT_UNJUSTIFIED', 'UNJUSTIFIED_ABSENCE', 'ABSENCE_UNJUSTIFIED', null],
    ['RESERVED', null, 'UNIT', 'RESERVED_NOT_RECORDED', 'ATTENDANCE_NOT_RECORDED'],
    ['NONE', 'PRESENT', 'UNPLANNED', 'PRESENT_WITHOUT_BOOKING', null],
    ['NONE', 'ABSENT_JUSTIFIED', null, 'NOTHING_HAPPENED', null],
    ['NONE', 'ABSENT_UNJUSTIFIED', null, 'NOTHING_HAPPENED', null],
    ['NONE', null, null, 'NOTHING_HAPPENED', null],
    ['CANCELLED_OWED', 'PRESENT', 'UNIT', 'CANCELLED_LATE', null],
    ['CANCELLED_OWED', null, 'UNIT', 'CANCELLED_LATE', null],
    ['CANCELLED_IN_TIME', 'PRESENT', 'UNPLANNED', 'PRESENT_AFTER_CANCELLING', null],
    ['CANCELLED_IN_TIME', 'ABSENT_JUSTIFIED', null, 'CANCELLED_IN_TIME', null],
    ['CANCELLED_IN_TIME', 'ABSENT_UNJUSTIFIED', null, 'CANCELLED_IN_TIME', null],
    ['CANCELLED_IN_TIME', null, null, 'CANCELLED_IN_TIME', null],
  ])('%s, %s → %s (%s)', (booking, attendance, event, reason, anomaly) => {
    expect(whatIsDue({ booking, attendance, sessionCancelled: false, absence: null })).toEqual({
      event,
      reason,
      anomaly,
    });
    expect(whatIsDue({ booking, attendance, sessionCancelled: true, absence: null })).toEqual({
      event: null,
      reason: 'SESSION_CANCELLED',
      anomaly: attendance === 'PRESENT' ? 'PRESENT_IN_CANCELLED_SESSION' : null,
    });
  });

  it.each<[AttendanceState, AbsenceVerdict, ReturnType<typeof whatIsDue>['event'], string, string | null]>([
    [null, 'JUSTIFIED', null, 'ABSENCE_JUSTIFIED', null],
    [null, 'CARENCE', 'UNIT', 'ABSENCE_CARENCE', null],
    [null, 'UNJUSTIFIED', 'UNIT', 'RESERVED_NOT_RECORDED', 'ATTENDANCE_NOT_RECORDED'],
    ['ABSENT_UNJUSTIFIED', 'JUSTIFIED', null, 'ABSENCE_JUSTIFIED', null],
    ['ABSENT_UNJUSTIFIED', 'CARENCE', 'UNIT', 'ABSENCE_CARENCE', null],
    ['ABSENT_UNJUSTIFIED', 'UNJUSTIFIED', 'UNJUSTIFIED_ABSENCE', 'ABSENCE_UNJUSTIFIED', null],
    // The agent decided, or the child came: the declaration changes nothing.
    ['ABSENT_JUSTIFIED', 'UNJUSTIFIED', null, 'ABSENCE_JUSTIFIED', null],
    ['ABSENT_JUSTIFIED', 'CARENCE', null, 'ABSENCE_JUSTIFIED', null],
    ['PRESENT', 'JUSTIFIED', 'UNIT', 'RESERVED_AND_PRESENT', null],
  ])('booked, pointed %s, announced and judged %s → %s (%s)', (attendance, absence, event, reason, anomaly) => {
    const facts = { booking: 'RESERVED', attendance, sessionCancelled: false, absence } as const;
    expect(whatIsDue(facts)).toEqual({ event, reason, anomaly });
  });

  it('says why in French', () => {
    expect(reasonInFrench('ABSENCE_JUSTIFIED')).toBe('absence justifiée\u00a0: rien à payer');
    expect(reasonInFrench('RESERVED_AND_PRESENT')).toBe('réservé et présent');
  });
});
