import { dayAt, NO_DAYS } from './days.js';
import {
  type AnnouncedAbsence,
  type Attendance,
  type Booking,
  type Cancellation,
  type Charge,
  type ChildMonth,
  knownOn,
  type MonthOfService,
} from './month.js';

/** All that is known of one child on one day. */
export interface DayOfChild {
  readonly calledOff: boolean;
  readonly isBilled: boolean;
  /** The price of a booked day was known when it was booked. */
  readonly unitToldBeforehand: boolean;
  readonly booked: Booking | undefined;
  /** In the order in which they were booked. */
  readonly cancelled: readonly Cancellation[];
  readonly attended: Attendance | undefined;
  readonly charged: Charge | undefined;
  readonly absence: AnnouncedAbsence | undefined;
}

export function dayOf(month: MonthOfService, child: ChildMonth, day: number): DayOfChild {
  const { calledOff, billed, unitToldBeforehand } = month;
  return {
    unitToldBeforehand,
    calledOff: (calledOff & dayAt(day)) !== NO_DAYS,
    isBilled: (billed & dayAt(day)) !== NO_DAYS,
    booked: knownOn(child.booked, day),
    cancelled: child.cancelled.filter(({ days }) => days === dayAt(day)),
    attended: knownOn(child.attended, day),
    charged: knownOn(child.charged, day),
    absence: knownOn(child.absences, day),
  };
}

/** Whether the same is due on a day as on one that is known: hours make no difference to that. */
export function isAlike(known: DayOfChild, month: MonthOfService, child: ChildMonth, day: number): boolean {
  return (
    known.booked === knownOn(child.booked, day) &&
    known.charged === knownOn(child.charged, day) &&
    known.attended?.state === knownOn(child.attended, day)?.state &&
    known.absence === knownOn(child.absences, day) &&
    known.cancelled.length === 0 &&
    knownOn(child.cancelled, day) === undefined &&
    known.calledOff === ((month.calledOff & dayAt(day)) !== NO_DAYS) &&
    known.isBilled === ((month.billed & dayAt(day)) !== NO_DAYS)
  );
}
