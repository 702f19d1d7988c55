import { type AttendanceState, whatIsDue } from '../../billing/rules/index.js';
import type { ChargeEvent, Quote, Surcharge } from '../../reglement/rules/index.js';
import { type Days, eachDay, dayAt, NO_DAYS } from './days.js';
import {
  type AbsentDays,
  AS_USUAL,
  type BookedDays,
  type ChildMonth,
  type MonthOfService,
  type Taken,
} from './month.js';

/** Days of one child that are due for the same reason, before they are priced. */
export interface Use {
  readonly childId: number;
  readonly familyId: number;
  readonly days: Days;
  readonly event: ChargeEvent;
  /** A day of carence: an absence that is justified and due all the same. */
  readonly carence: boolean;
  /** Due at the unit price though the child did not come, or need not have: hours do not count. */
  readonly absent: boolean;
  /** What was promised for these days; null: the tariff of the day tells the price. */
  readonly promise: Quote | null;
  readonly taken: Taken;
  readonly surcharge: Surcharge | null;
}

/** Who pays for a child who came without a booking; null when it cannot be told, and nobody is charged. */
export type PayerOn = (child: ChildMonth, day: number) => number | null;

interface Booking {
  readonly familyId: number;
  readonly days: Days;
  readonly promise: Quote;
  readonly taken: Taken;
  readonly surcharge: Surcharge | null;
}

interface Happened {
  readonly bookings: readonly Booking[];
  /** Cancelled late and owed all the same, whoever came. */
  readonly owed: readonly Booking[];
  readonly attended: ReadonlyMap<AttendanceState, Days>;
  readonly absences: AbsentDays;
  /** The days that are looked at. */
  readonly scope: Days;
}

/** What days that are not billed yet would be billed for today, by the table of billing itself. */
export function usesBefore(month: MonthOfService, child: ChildMonth, payerOn: PayerOn): Use[] {
  return usesOf(month, child, payerOn, {
    bookings: child.booked.map((booked) => ({ ...booked, surcharge: booked.lateBooking })),
    owed: child.cancelled
      .filter(({ late }) => late === 'BILL_FULL')
      .map((one) => ({ ...one, days: one.day, surcharge: one.lateBooking })),
    attended: attendedOf(child),
    absences: child.absences.before,
    scope: month.days & ~month.billed,
  });
}

/**
 * What the same bookings, cancellations and attendances would be billed for under the draft. A booking that it refuses
 * was not made: a child who came all the same came unplanned. A cancellation that it refuses was not made either: who
 * did not come was absent without a reason. What an agent, or a parent who had to come back once booking opens, would
 * have settled is supposed to be settled as it was.
 */
export function usesAfter(month: MonthOfService, child: ChildMonth, payerOn: PayerOn): Use[] {
  const kept = child.booked
    .filter(({ met }) => met !== 'BLOCKED')
    .map((booked) => ({ ...booked, surcharge: surchargeAfter(booked) }));
  const cancelled = child.cancelled.filter(({ booking }) => booking.met !== 'BLOCKED');
  const refused = cancelled.filter(({ cancellation }) => cancellation.met === 'BLOCKED');
  let booked = kept.reduce((days, booking) => days | booking.days, NO_DAYS);
  const restored: Booking[] = [];
  for (const { familyId, day, promise, taken, lateBooking, booking } of refused) {
    if ((day & booked) !== NO_DAYS) continue;
    booked |= day;
    restored.push({ familyId, days: day, promise, taken, surcharge: surchargeAfter({ ...booking, lateBooking }) });
  }
  const attended = attendedOf(child);
  const restoredDays = restored.reduce((days, { days: day }) => days | day, NO_DAYS);
  const unseen = [...attended.values()].reduce((days, some) => days & ~some, restoredDays);
  attended.set('ABSENT_UNJUSTIFIED', (attended.get('ABSENT_UNJUSTIFIED') ?? NO_DAYS) | unseen);
  return usesOf(month, child, payerOn, {
    bookings: [...kept, ...restored],
    owed: cancelled
      .filter(({ late, cancellation: { met } }) => (met === 'AS_IT_WAS' ? late === 'BILL_FULL' : met === 'BILL_FULL'))
      .map((one) => ({ ...one, days: one.day, surcharge: surchargeAfter({ ...one, ...one.booking }) })),
    attended,
    absences: child.absences.after,
    scope: month.days,
  });
}

function surchargeAfter({
  met,
  surcharge,
  lateBooking,
}: Pick<BookedDays, 'met' | 'surcharge' | 'lateBooking'>): Surcharge | null {
  return met === 'AS_IT_WAS' ? lateBooking : surcharge;
}

/** Whether a presence was planned is told by the reservation, not by what was recorded that day. */
function attendedOf({ attended }: ChildMonth): Map<AttendanceState, Days> {
  const byState = new Map<AttendanceState, Days>();
  for (const { state, days } of attended) {
    const came = state === 'PRESENT_UNPLANNED' ? 'PRESENT' : state;
    byState.set(came, (byState.get(came) ?? NO_DAYS) | days);
  }
  return byState;
}

const STATES: readonly AttendanceState[] = ['PRESENT', 'ABSENT_JUSTIFIED', 'ABSENT_UNJUSTIFIED', null];
const VERDICTS = ['JUSTIFIED', 'CARENCE', 'UNJUSTIFIED', null] as const;

function usesOf(month: MonthOfService, child: ChildMonth, payerOn: PayerOn, happened: Happened): Use[] {
  const { childId } = child;
  const { bookings, owed, attended, absences, scope } = happened;
  const uses: Use[] = [];
  const judged = absences.JUSTIFIED | absences.CARENCE | absences.UNJUSTIFIED;
  const recorded = [...attended.values()].reduce((days, some) => days | some, NO_DAYS);
  const open = scope & ~month.calledOff;
  let booked = NO_DAYS;
  for (const { familyId, days, promise, taken, surcharge } of bookings) {
    booked |= days;
    for (const attendance of STATES) {
      const inState = days & open & (attendance === null ? ~recorded : (attended.get(attendance) ?? NO_DAYS));
      if (inState === NO_DAYS) continue;
      for (const absence of VERDICTS) {
        const due = inState & (absence === null ? ~judged : absences[absence]);
        if (due === NO_DAYS) continue;
        const { event, reason } = whatIsDue({ booking: 'RESERVED', attendance, sessionCancelled: false, absence });
        if (event === null) continue;
        uses.push({
          childId,
          familyId,
          days: due,
          event,
          carence: reason === 'ABSENCE_CARENCE',
          absent: reason === 'ABSENCE_CARENCE',
          promise,
          taken,
          surcharge,
        });
      }
    }
  }
  for (const { familyId, days, promise, taken, surcharge } of owed) {
    const due = days & open & ~booked;
    booked |= days;
    if (due !== NO_DAYS)
      uses.push({
        childId,
        familyId,
        days: due,
        event: 'UNIT',
        carence: false,
        absent: true,
        promise,
        taken,
        surcharge,
      });
  }
  const unplanned = (attended.get('PRESENT') ?? NO_DAYS) & open & ~booked;
  for (const [familyId, days] of payersOf(child, unplanned, payerOn))
    uses.push({
      childId,
      familyId,
      days,
      event: 'UNPLANNED',
      carence: false,
      absent: false,
      promise: null,
      taken: AS_USUAL,
      surcharge: null,
    });
  return uses;
}

function payersOf(child: ChildMonth, days: Days, payerOn: PayerOn): Map<number, Days> {
  const payers = new Map<number, Days>();
  for (const day of eachDay(days)) {
    const familyId = payerOn(child, day);
    if (familyId !== null) payers.set(familyId, (payers.get(familyId) ?? NO_DAYS) | dayAt(day));
  }
  return payers;
}
