import type { Temporal } from '../../kernel/civil-time.js';
import type { AbsenceVerdict, RecordedState } from '../../attendance/rules/index.js';
import type { Cents } from '../../kernel/money.js';
import type { ChargeEvent, EffectType, Quote, Surcharge } from '../../reglement/rules/index.js';
import type { Days } from './days.js';

/** The days of service of one prestation in one month. */
export interface MonthOfService {
  readonly prestationId: number;
  readonly dates: readonly Temporal.PlainDate[];
  /** All of them. */
  readonly days: Days;
  readonly calledOff: Days;
  /** Billed: what was charged is known. */
  readonly billed: Days;
}

/** AS_IT_WAS: the draft says nothing of the rules of that prestation. */
export type Met = 'AS_IT_WAS' | 'NOT_YET' | 'IN_TIME' | 'GRACE' | 'BLOCKED' | Exclude<EffectType, 'BLOCK'>;

/** What a request meets under the draft. */
export interface Meeting {
  readonly met: Met;
  /** What a SURCHARGE adds. */
  readonly surcharge: Surcharge | null;
}

/** What was chosen for some days. */
export interface Taken {
  /** Labels; the promise has them all. */
  readonly supplements: readonly string[];
  /** Null: the usual menu of the child. */
  readonly menuTypeId: number | null;
}

/** Nothing; or, where promises are not read whole, what their prices hold already. */
export const AS_USUAL: Taken = { supplements: [], menuTypeId: null };

/** Living reservations of one child that are alike, and what booking them meets under the draft. */
export interface BookedDays extends Meeting {
  readonly familyId: number;
  readonly days: Days;
  /** The prices that the parent was told. */
  readonly promise: Quote;
  readonly taken: Taken;
  /** What the règlement of then added to a booking made late. */
  readonly lateBooking: Surcharge | null;
}

/** A reservation that was cancelled. */
export interface CancelledDay {
  readonly familyId: number;
  /** One day. */
  readonly day: Days;
  readonly promise: Quote;
  readonly taken: Taken;
  /** What the règlement of then added to a booking made late. */
  readonly lateBooking: Surcharge | null;
  /** What the règlement of then made of a late cancellation. */
  readonly late: 'BILL_FULL' | 'CREDIT' | null;
  readonly booking: Meeting;
  readonly cancellation: Meeting;
}

export interface AttendedDays {
  readonly familyId: number;
  readonly days: Days;
  readonly state: RecordedState;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** What was billed alike. */
export interface ChargedDays {
  readonly familyId: number;
  readonly days: Days;
  readonly event: ChargeEvent;
  /** Each day. */
  readonly cents: Cents;
}

/** What a règlement makes of the absences that were announced. */
export type AbsentDays = Readonly<Record<AbsenceVerdict, Days>>;

/** All that is known of one child in one month of one prestation. */
export interface ChildMonth {
  readonly childId: number;
  readonly booked: readonly BookedDays[];
  readonly cancelled: readonly CancelledDay[];
  readonly attended: readonly AttendedDays[];
  readonly charged: readonly ChargedDays[];
  readonly absences: { readonly before: AbsentDays; readonly after: AbsentDays };
}
