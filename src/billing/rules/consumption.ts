import type { JudgedAbsence, RecordedState } from '../../attendance/rules/index.js';
import type { Quote, Surcharge } from '../../reglement/rules/index.js';
import { type AttendanceState, type BookingState, type Due, whatIsDue } from './due.js';

export interface KnownReservation {
  readonly childId: number;
  /** The foyer that booked. */
  readonly familyId: number;
  readonly state: 'RESERVED' | 'CANCELLED';
  readonly prices: Quote;
  /** Labels of those that were taken with it; `prices` has them all. */
  readonly supplements: readonly string[];
  /** Given up after its deadline, and owed in full as the policy says. */
  readonly owedInFull: boolean;
  /** What was accepted for a booking made late; null when nothing more is due. */
  readonly surcharge: Surcharge | null;
  /** YYYY-MM-DD, in the collectivité's zone. */
  readonly promisedOn: string;
}

export interface KnownAttendance {
  readonly childId: number;
  /** The foyer that had the child when it was recorded. */
  readonly familyId: number;
  readonly state: RecordedState;
  /** Wall-clock hours `HH:MM`, where they were noted. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** What became of one child in one session, when it costs something or when an agent should look at it. */
export interface Consumption {
  readonly childId: number;
  readonly due: Due;
  /** The living reservation, or the one given up that is owed in full; null for who came without one. */
  readonly reservation: KnownReservation | null;
  readonly attendance: KnownAttendance | null;
  /** What the règlement made of an announced absence; null when it decided nothing here. */
  readonly absence: JudgedAbsence | null;
}

/** Puts side by side what was booked and who came, child by child, in the order of children. */
export function consumptionsOf(
  session: { readonly calledOff: boolean },
  reservations: readonly KnownReservation[],
  attendances: readonly KnownAttendance[],
  /** By child: announced absences, as the règlement judges them. */
  absences: ReadonlyMap<number, JudgedAbsence> = new Map(),
): Consumption[] {
  const living = new Map(
    reservations.filter(({ state }) => state === 'RESERVED').map((reservation) => [reservation.childId, reservation]),
  );
  const owed = new Map(
    reservations.filter(({ owedInFull }) => owedInFull).map((reservation) => [reservation.childId, reservation]),
  );
  const everBooked = new Set(reservations.map(({ childId }) => childId));
  const pointed = new Map(attendances.map((attendance) => [attendance.childId, attendance]));
  const children = [...new Set([...everBooked, ...pointed.keys()])].sort((a, b) => a - b);
  return children.flatMap((childId): Consumption[] => {
    const reservation = living.get(childId) ?? owed.get(childId) ?? null;
    const attendance = pointed.get(childId) ?? null;
    const booking = bookingState(reservation, everBooked.has(childId));
    const state = came(attendance);
    const absence = state === null || state === 'ABSENT_UNJUSTIFIED' ? (absences.get(childId) ?? null) : null;
    const due = whatIsDue({
      booking,
      attendance: state,
      sessionCancelled: session.calledOff,
      absence: absence?.verdict ?? null,
    });
    return due.event === null && due.anomaly === null ? [] : [{ childId, due, reservation, attendance, absence }];
  });
}

function bookingState(reservation: KnownReservation | null, everBooked: boolean): BookingState {
  if (reservation) return reservation.state === 'RESERVED' ? 'RESERVED' : 'CANCELLED_OWED';
  return everBooked ? 'CANCELLED_IN_TIME' : 'NONE';
}

/** Whether a presence was planned is told by the reservation as it is today, not by what was recorded that day. */
function came(attendance: KnownAttendance | null): AttendanceState {
  if (attendance === null) return null;
  return attendance.state === 'PRESENT_UNPLANNED' ? 'PRESENT' : attendance.state;
}
