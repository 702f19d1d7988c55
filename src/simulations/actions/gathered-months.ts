import type { TalliedAttendances } from '../../attendance/index.js';
import type { TalliedCharges } from '../../billing/index.js';
import type { Quote } from '../../reglement/index.js';
import type { CancelledBooking, TalliedBookings, WholeBooking } from '../../reservations/index.js';
import { dayAt, type Days, firstDay, NO_DAYS, withoutFirst } from '../rules/days.js';
import type { LateCounts } from '../rules/meet-in-order.js';
import type { Foreseen, MeetingsOfDay, Operation } from '../rules/meetings.js';
import {
  type AnnouncedAbsence,
  AS_USUAL,
  type Attendance,
  type Booking,
  type Cancellation,
  type Charge,
  type ChildMonth,
  type Meeting,
  type MonthOfService,
  type On,
} from '../rules/month.js';

/** One month that rows are gathered for; `group` of a row is its rank among those that are gathered together. */
export interface MonthToGather {
  readonly month: MonthOfService;
  /** Late bookings and late cancellations so far, where an effect of the draft counts them; null where none does. */
  readonly counts: { readonly bookings: LateCounts | null; readonly cancellations: LateCounts | null };
}

export interface RowOfChild {
  readonly group: number;
  readonly childId: number;
  readonly familyId: number;
}

/** What the draft sets for a child on a day of its month; null: rules stay as they were. */
export type MeetingsOf = (row: RowOfChild, day: number) => MeetingsOfDay | null;

/** Puts together what is known of each child, month by month. */
export class GatheredMonths {
  private readonly children: readonly Map<number, GatheredChild>[];
  private readonly promiseOf = plainPromises();

  constructor(
    private readonly months: readonly MonthToGather[],
    private readonly meetingsOf: MeetingsOf,
  ) {
    this.children = months.map(() => new Map());
  }

  /** Living reservations, all at once: where late ones are counted, they are in the order in which they were made. */
  book(rows: readonly (TalliedBookings | WholeBooking)[]): void {
    const counted: CountedRequest[] = [];
    for (const row of rows) {
      const [month, { booked }] = [this.months[row.group]!, this.childOf(row)];
      const terms = termsOf(row, this.promiseOf);
      let last: Growing<Booking> | null = null;
      for (let rest = row.sessions; rest !== NO_DAYS; rest = withoutFirst(rest)) {
        const day = firstDay(rest);
        const meetings = this.meetingsOf(row, day);
        const { meeting, late } = meetings ? foresee(meetings, row) : UNRULED;
        if (late && month.counts.bookings) {
          const add = (counts: Meeting) => booked.push(bookingOf(terms, counts, dayAt(day)));
          counted.push({ ...requestOf(row, day), operation: 'ADD', at: row.bookedAt!, meetings: meetings!, add });
        } else if (last && meets(last, meeting)) last.days |= dayAt(day);
        else booked.push((last = bookingOf(terms, meeting, dayAt(day))));
      }
    }
    this.meetInOrder(counted, 'bookings');
  }

  /** In the order in which they were booked. */
  cancel(rows: readonly CancelledBooking[]): void {
    const counted: CountedRequest[] = [];
    for (const row of rows) {
      const [month, { cancelled }] = [this.months[row.group]!, this.childOf(row)];
      const day = firstDay(row.session);
      const meetings = this.meetingsOf(row, day);
      const { familyId, bookedAt, cancelledAt: at } = row;
      const booking = meetings ? meetings.foresee(familyId, 'ADD', bookedAt).meeting : AS_IT_WAS;
      const { meeting, late } = meetings ? meetings.foresee(familyId, 'CANCEL', at) : UNRULED;
      const given = { ...termsOf(row, this.promiseOf), days: row.session, late: row.lateCancellation, booking };
      const rank = cancelled.push({ ...given, cancellation: meeting }) - 1;
      if (!late || !month.counts.cancellations) continue;
      const add = (cancellation: Meeting) => (cancelled[rank] = { ...given, cancellation });
      counted.push({ ...requestOf(row, day), operation: 'CANCEL', at, meetings: meetings!, add });
    }
    this.meetInOrder(counted, 'cancellations');
  }

  attend(rows: readonly TalliedAttendances[]): void {
    for (const row of rows) {
      const { familyId, sessions: days, state, arrivedAt, leftAt } = row;
      this.childOf(row).attended.push({ familyId, days, state, arrivedAt, leftAt });
    }
  }

  charge(rows: readonly TalliedCharges[]): void {
    for (const row of rows) {
      const { familyId, sessions: days, event, cents } = row;
      this.childOf(row).charged.push({ familyId, days, event, cents });
    }
  }

  /** Once all the rest is there: an absence of a child of whom nothing else is known changes nothing. */
  announce(group: number, day: number, childId: number, absence: AnnouncedAbsence): void {
    const child = this.children[group]!.get(childId);
    child?.absences.push({ ...absence, days: dayAt(day) });
  }

  /** Children by their ids. */
  of(group: number): ChildMonth[] {
    return [...this.children[group]!.values()].sort((a, b) => a.childId - b.childId);
  }

  /** Those that are counted, in the order in which they were made. */
  private meetInOrder(requests: CountedRequest[], kind: 'bookings' | 'cancellations'): void {
    const inOrder = requests.sort((a, b) => a.at - b.at || a.day - b.day || a.childId - b.childId);
    for (const { group, childId, familyId, day, operation, at, meetings, add } of inOrder) {
      const { month, counts } = this.months[group]!;
      const instants = meetings.instantsFor(familyId, operation, at);
      add(counts[kind]!.meet({ childId, familyId, date: month.dates[day]!, at, instants }));
    }
  }

  private childOf({ group, childId }: Pick<RowOfChild, 'group' | 'childId'>): GatheredChild {
    const children = this.children[group]!;
    let child = children.get(childId);
    if (!child) children.set(childId, (child = gatheredChild(childId)));
    return child;
  }
}

interface GatheredChild extends ChildMonth {
  readonly booked: On<Booking>[];
  readonly cancelled: On<Cancellation>[];
  readonly attended: On<Attendance>[];
  readonly charged: On<Charge>[];
  readonly absences: On<AnnouncedAbsence>[];
}

type Growing<Known> = Known & { days: Days };

function gatheredChild(childId: number): GatheredChild {
  return { childId, booked: [], cancelled: [], attended: [], charged: [], absences: [] };
}

type Terms = Omit<Booking, keyof Meeting>;

const AS_IT_WAS: Meeting = { met: 'AS_IT_WAS', surcharge: null };
const UNRULED: Foreseen = { meeting: AS_IT_WAS, late: false };

/** By its instant where it is told; else by the limits of its session that it came after. */
function foresee(meetings: MeetingsOfDay, { familyId, bookedAt, stage }: TalliedBookings): Foreseen {
  return bookedAt === null ? meetings.atStage(stage) : meetings.foresee(familyId, 'ADD', bookedAt);
}

function meets({ met, surcharge }: Booking, meeting: Meeting): boolean {
  return met === meeting.met && surcharge === meeting.surcharge;
}

function bookingOf(
  { familyId, promise, taken, lateBooking }: Terms,
  { met, surcharge }: Meeting,
  days: Days,
): Growing<Booking> {
  return { familyId, promise, taken, lateBooking, met, surcharge, days };
}

function termsOf(row: TalliedBookings | WholeBooking | CancelledBooking, promiseOf: PromiseOf): Terms {
  const { familyId } = row;
  if (!('promise' in row)) return { familyId, promise: promiseOf(row), taken: AS_USUAL, lateBooking: null };
  const { promise, supplements, menuTypeId, lateBooking: late } = row;
  const taken = supplements === null && menuTypeId === null ? AS_USUAL : { supplements: supplements ?? [], menuTypeId };
  return { familyId, promise: promise ?? promiseOf(row), taken, lateBooking: late?.applies ? late.effect : null };
}

/** A late request whose meeting depends on those before it. */
interface CountedRequest extends RowOfChild {
  readonly day: number;
  readonly operation: Operation;
  /** In milliseconds. */
  readonly at: number;
  readonly meetings: MeetingsOfDay;
  readonly add: (meeting: Meeting) => void;
}

function requestOf({ group, childId, familyId }: RowOfChild, day: number) {
  return { group, childId, familyId, day };
}

type PromiseOf = (row: { readonly unitCents: number; readonly unjustifiedAbsenceCents: number }) => Quote;

/** Promises of which the prices are all there is to know; one value for all that are alike. */
function plainPromises(): PromiseOf {
  const known = new Map<string, Quote>();
  return ({ unitCents, unjustifiedAbsenceCents }) => {
    const key = `${unitCents}/${unjustifiedAbsenceCents}`;
    let quote = known.get(key);
    if (!quote) {
      // Who comes without a booking pays the tariff of the day, never this.
      quote = { unitCents, unjustifiedAbsenceCents, unplannedCents: unitCents, rowLabel: '', basis: [] };
      known.set(key, quote);
    }
    return quote;
  };
}
