import type { AbsenceVerdict } from '../../attendance/rules/index.js';
import { type AttendanceState, whatIsDue } from '../../billing/rules/index.js';
import type { Cents } from '../../kernel/money.js';
import { type ChargeEvent, type Quote, supplementsCents, type Surcharge } from '../../reglement/rules/index.js';
import type { DayOfChild } from './day-of-child.js';
import { AS_USUAL, type Attendance, type Booking, type Cancellation, type Meeting, type Taken } from './month.js';

/** Why a day of a child is due, before it is priced. */
export interface Use {
  /** Null: a child came without a booking, and the foyer that pays is still to be found. */
  readonly familyId: number | null;
  readonly event: ChargeEvent;
  /** A day of carence: an absence that is justified and due all the same. */
  readonly carence: boolean;
  /** Due at the unit price though the child did not come, or need not have: hours do not count. */
  readonly absent: boolean;
  /** What was promised; null: the tariff of the day tells the price. */
  readonly promise: Quote | null;
  readonly taken: Taken;
  readonly surcharge: Surcharge | null;
}

/** A day that was billed. */
export interface BilledUse extends Use {
  readonly familyId: number;
  readonly cents: Cents;
  /** Of which for being late, as far as the promise tells. */
  readonly lateCents: Cents;
}

interface Reserved {
  readonly familyId: number;
  readonly promise: Quote;
  readonly taken: Taken;
  readonly surcharge: Surcharge | null;
}

interface Happened {
  readonly booking: Reserved | null;
  /** Cancelled late and owed all the same, whoever came. */
  readonly owed: Reserved | null;
  readonly attendance: AttendanceState;
  readonly absence: AbsenceVerdict | null;
}

/** What a day that is not billed yet would be billed for today, by the table of billing itself; null: nothing. */
export function useBefore(day: DayOfChild): Use | null {
  const { booked, cancelled, attended, absence } = day;
  const owed = cancelled.find(({ late }) => late === 'BILL_FULL');
  return useOf(day, {
    booking: booked ? reserved(booked, booked.lateBooking) : null,
    owed: owed ? reserved(owed, owed.lateBooking) : null,
    attendance: attendanceOf(attended),
    absence: absence?.before ?? null,
  });
}

/**
 * What the same booking, cancellations and attendance would be billed for under the draft. A booking that it refuses
 * was not made: a child who came all the same came unplanned. A cancellation that it refuses was not made either: who
 * did not come was absent without a reason. What an agent, or a parent who had to come back once booking opens, would
 * have settled is supposed to be settled as it was.
 */
export function useAfter(day: DayOfChild): Use | null {
  const { booked, cancelled, attended, absence } = day;
  const kept = booked && booked.met !== 'BLOCKED' ? booked : null;
  const made = cancelled.length === 0 ? cancelled : cancelled.filter(({ booking }) => booking.met !== 'BLOCKED');
  const restored = kept ? undefined : made.find(({ cancellation }) => cancellation.met === 'BLOCKED');
  const owed = made.find(isOwedAfter);
  return useOf(day, {
    booking: kept
      ? reserved(kept, surchargeAfter(kept, kept.lateBooking))
      : restored
        ? reserved(restored, surchargeAfter(restored.booking, restored.lateBooking))
        : null,
    owed: owed ? reserved(owed, surchargeAfter(owed.booking, owed.lateBooking)) : null,
    attendance: restored && !attended ? 'ABSENT_UNJUSTIFIED' : attendanceOf(attended),
    absence: absence?.after ?? null,
  });
}

/** What was billed, with its carence and what being late cost, as far as the promise tells. */
export function billedUse(day: DayOfChild): BilledUse | null {
  const { booked, attended, charged, absence } = day;
  if (!charged) return null;
  const { familyId, event, cents } = charged;
  const carence = event === 'UNIT' && absence?.before === 'CARENCE' && attendanceOf(attended) !== 'PRESENT';
  const told = event === 'UNIT' && !carence && day.unitToldBeforehand ? booked : undefined;
  const late = told ? cents - toldCents(told) : 0;
  // Written out: a spread costs more than all the rest, some millions of times.
  return {
    familyId,
    event,
    carence,
    absent: carence,
    promise: null,
    taken: AS_USUAL,
    surcharge: null,
    cents,
    lateCents: Math.max(0, late),
  };
}

/**
 * Whether a use that no drafted tariff prices stays at the amount that its foyer was billed: it is due for the same,
 * and what being late costs is not ruled anew.
 */
export function staysAsBilled(use: Use, billed: BilledUse, { booked }: DayOfChild): boolean {
  if (billed.event !== use.event) return false;
  if (!booked || booked.met === 'AS_IT_WAS') return true;
  return booked.surcharge === null && booked.lateBooking === null && billed.lateCents === 0;
}

function isOwedAfter({ late, cancellation: { met } }: Cancellation): boolean {
  return met === 'AS_IT_WAS' ? late === 'BILL_FULL' : met === 'BILL_FULL';
}

function reserved({ familyId, promise, taken }: Booking | Cancellation, surcharge: Surcharge | null): Reserved {
  return { familyId, promise, taken, surcharge };
}

function surchargeAfter({ met, surcharge }: Meeting, lateBooking: Surcharge | null): Surcharge | null {
  return met === 'AS_IT_WAS' ? lateBooking : surcharge;
}

/** Whether a presence was planned is told by the reservation, not by what was recorded that day. */
function attendanceOf(attended: Attendance | undefined): AttendanceState {
  if (!attended) return null;
  return attended.state === 'PRESENT_UNPLANNED' ? 'PRESENT' : attended.state;
}

/** The unit price, with what was chosen. */
function toldCents({ promise, taken }: Booking): Cents {
  return promise.unitCents + supplementsCents(promise, taken.supplements);
}

function useOf(day: DayOfChild, { booking, owed, attendance, absence }: Happened): Use | null {
  const state = booking ? 'RESERVED' : owed ? 'CANCELLED_OWED' : 'NONE';
  const { event, reason } = whatIsDue({ booking: state, attendance, sessionCancelled: day.calledOff, absence });
  if (event === null) return null;
  const carence = reason === 'ABSENCE_CARENCE';
  const held = booking ?? owed;
  return {
    familyId: held && held.familyId,
    event,
    carence,
    absent: carence || state === 'CANCELLED_OWED',
    promise: held && held.promise,
    taken: held ? held.taken : AS_USUAL,
    surcharge: held && held.surcharge,
  };
}
