import type { Temporal } from '../../kernel/civil-time.js';
import type { AbsenceVerdict, RecordedState } from '../../attendance/rules/index.js';
import type { Cents } from '../../kernel/money.js';
import type { ChargeEvent, EffectType, Quote, Surcharge } from '../../reglement/rules/index.js';
import { type Days, dayAt, NO_DAYS } from './days.js';

/** The days of service of one prestation in one month. */
export interface MonthOfService {
  readonly prestationId: number;
  readonly dates: readonly Temporal.PlainDate[];
  readonly calledOff: Days;
  /** Billed: what was charged is known. */
  readonly billed: Days;
  /** Whether the price of a booked day was known when it was booked: no hours, no forfait. */
  readonly unitToldBeforehand: boolean;
}

/** AS_IT_WAS: the draft says nothing of the rules of that prestation. */
export type Met = 'AS_IT_WAS' | 'NOT_YET' | 'IN_TIME' | 'GRACE' | 'BLOCKED' | Exclude<EffectType, 'BLOCK'>;

/** What a request meets under the draft. */
export interface Meeting {
  readonly met: Met;
  /** What a SURCHARGE adds. */
  readonly surcharge: Surcharge | null;
}

/** What was chosen for a day. */
export interface Taken {
  /** Labels; the promise has them all. */
  readonly supplements: readonly string[];
  /** Null: the usual menu of the child. */
  readonly menuTypeId: number | null;
}

/** Nothing; or, where promises are not read whole, what their prices hold already. */
export const AS_USUAL: Taken = { supplements: [], menuTypeId: null };

/** A living reservation, and what booking it meets under the draft. */
export interface Booking extends Meeting {
  readonly familyId: number;
  /** The prices that the parent was told. */
  readonly promise: Quote;
  readonly taken: Taken;
  /** What the règlement of then added to a booking made late. */
  readonly lateBooking: Surcharge | null;
}

/** A reservation that was cancelled. */
export interface Cancellation {
  readonly familyId: number;
  readonly promise: Quote;
  readonly taken: Taken;
  /** What the règlement of then added to a booking made late. */
  readonly lateBooking: Surcharge | null;
  /** What the règlement of then made of a late cancellation. */
  readonly late: 'BILL_FULL' | 'CREDIT' | null;
  readonly booking: Meeting;
  readonly cancellation: Meeting;
}

export interface Attendance {
  readonly familyId: number;
  readonly state: RecordedState;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** What was billed. */
export interface Charge {
  readonly familyId: number;
  readonly event: ChargeEvent;
  readonly cents: Cents;
}

/** What a règlement makes of an absence that was announced; null: nothing was, or it says nothing of it. */
export interface AnnouncedAbsence {
  readonly before: AbsenceVerdict | null;
  readonly after: AbsenceVerdict | null;
}

/** The same on some days. */
export type On<Known> = Known & { readonly days: Days };

/** All that is known of one child in one month of one prestation: of each day no more than one of each kind. */
export interface ChildMonth {
  readonly childId: number;
  readonly booked: readonly On<Booking>[];
  /** In the order in which they were booked: a day may be given up more than once. */
  readonly cancelled: readonly On<Cancellation>[];
  readonly attended: readonly On<Attendance>[];
  readonly charged: readonly On<Charge>[];
  readonly absences: readonly On<AnnouncedAbsence>[];
}

/** What is known of a day, if anything is. */
export function knownOn<Known>(known: readonly On<Known>[], day: number): On<Known> | undefined {
  for (const one of known) if ((one.days & dayAt(day)) !== NO_DAYS) return one;
  return undefined;
}
