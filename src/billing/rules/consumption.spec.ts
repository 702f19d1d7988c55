import { describe, expect, it } from '@jest/globals';
import { consumptionsOf, type KnownAttendance, type KnownReservation } from './consumption.js';

const prices = { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 305, rowLabel: 'B', basis: [] };
const reservation = (childId: number, state: KnownReservation['state'] = 'RESERVED'): KnownReservation => ({
  childId,
  familyId: 10,
  state,
  prices,
  supplements: [],
  owedInFull: false,
  surcharge: null,
  promisedOn: '2026-09-01',
});
const owed = (childId: number): KnownReservation => ({ ...reservation(childId, 'CANCELLED'), owedInFull: true });
const pointed = (childId: number, state: KnownAttendance['state']): KnownAttendance => ({
  childId,
  familyId: 10,
  state,
  arrivedAt: null,
  leftAt: null,
});
const held = { calledOff: false };

function told(session: { calledOff: boolean }, booked: KnownReservation[], came: KnownAttendance[]) {
  return consumptionsOf(session, booked, came).map(({ childId, due }) => [childId, due.event, due.anomaly]);
}

describe('what became of each child', () => {
  it.each([
    ['réservé et venu', held, [reservation(1)], [pointed(1, 'PRESENT')], [[1, 'UNIT', null]]],
    ['réservé, non pointé', held, [reservation(1)], [], [[1, 'UNIT', 'ATTENDANCE_NOT_RECORDED']]],
    ['annulé hors délai, dû en entier', held, [owed(1)], [], [[1, 'UNIT', null]]],
    ['annulé hors délai, venu quand même', held, [owed(1)], [pointed(1, 'PRESENT')], [[1, 'UNIT', null]]],
    ['annulé hors délai, puis par la mairie', { calledOff: true }, [owed(1)], [], []],
    ['annulé hors délai, réservé de nouveau', held, [owed(1), reservation(1)], [pointed(1, 'ABSENT_JUSTIFIED')], []],
    ['venu sans réservation', held, [], [pointed(1, 'PRESENT_UNPLANNED')], [[1, 'UNPLANNED', null]]],
    [
      'absent injustifié',
      held,
      [reservation(1)],
      [pointed(1, 'ABSENT_UNJUSTIFIED')],
      [[1, 'UNJUSTIFIED_ABSENCE', null]],
    ],
    ['absent justifié', held, [reservation(1)], [pointed(1, 'ABSENT_JUSTIFIED')], []],
    ['annulé à temps', held, [reservation(1, 'CANCELLED')], [], []],
    [
      'annulé puis réservé de nouveau',
      held,
      [reservation(1, 'CANCELLED'), reservation(1)],
      [pointed(1, 'PRESENT')],
      [[1, 'UNIT', null]],
    ],
    ['annulé puis venu', held, [reservation(1, 'CANCELLED')], [pointed(1, 'PRESENT')], [[1, 'UNPLANNED', null]]],
    ['réservé depuis le pointage', held, [reservation(1)], [pointed(1, 'PRESENT_UNPLANNED')], [[1, 'UNIT', null]]],
    ['noté présent par erreur', held, [], [pointed(1, 'ABSENT_JUSTIFIED')], []],
    ['séance annulée par la mairie', { calledOff: true }, [reservation(1)], [], []],
    [
      'venu à une séance annulée',
      { calledOff: true },
      [],
      [pointed(1, 'PRESENT')],
      [[1, null, 'PRESENT_IN_CANCELLED_SESSION']],
    ],
  ] as [string, { calledOff: boolean }, KnownReservation[], KnownAttendance[], unknown[]][])(
    '%s',
    (_, session, booked, came, expected) => {
      expect(told(session, booked, came)).toEqual(expected);
    },
  );

  it('lets the règlement judge who is announced absent, unless the child came or an agent decided', () => {
    const absences = new Map(
      [1, 2, 3, 4].map((childId) => [
        childId,
        { verdict: 'CARENCE', reason: 'Jour de carence.', awaited: null, tellBefore: null } as const,
      ]),
    );
    const booked = [reservation(1), reservation(2), reservation(3), reservation(4)];
    const came = [pointed(2, 'ABSENT_UNJUSTIFIED'), pointed(3, 'PRESENT'), pointed(4, 'ABSENT_JUSTIFIED')];
    expect(
      consumptionsOf(held, booked, came, absences).map(({ childId, due, absence }) => [
        childId,
        due.reason,
        absence?.reason ?? null,
      ]),
    ).toEqual([
      [1, 'ABSENCE_CARENCE', 'Jour de carence.'],
      [2, 'ABSENCE_CARENCE', 'Jour de carence.'],
      [3, 'RESERVED_AND_PRESENT', null],
    ]);
  });

  it('tells each child once, in order', () => {
    expect(told(held, [reservation(3), reservation(2)], [pointed(1, 'PRESENT'), pointed(3, 'PRESENT')])).toEqual([
      [1, 'UNPLANNED', null],
      [2, 'UNIT', 'ATTENDANCE_NOT_RECORDED'],
      [3, 'UNIT', null],
    ]);
  });
});
