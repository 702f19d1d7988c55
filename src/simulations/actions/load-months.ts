import { Injectable } from '@nestjs/common';
import { type JudgedAbsence, type TalliedAttendances, TallyAttendances } from '../../attendance/index.js';
import { type TalliedCharges, TallyCharges } from '../../billing/index.js';

import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { LoadPricingFacts, type PricingFacts, type SessionRow } from '../../prestations/index.js';
import type { PolicyInstants, Quote } from '../../reglement/index.js';
import {
  type CancelledBooking,
  type TalliedBookings,
  TallyBookings,
  type WholeBooking,
  type WholePart,
} from '../../reservations/index.js';
import { dayAt, type Days, eachDay, firstDay, NO_DAYS } from '../rules/days.js';
import { LateCounts, meet, meetingOf } from '../rules/meet-in-order.js';
import { AS_USUAL, type Taken, AbsentDays, BookedDays, ChildMonth, Meeting, MonthOfService } from '../rules/month.js';
import { stageAt, type Stages, stagesOf } from '../rules/stages.js';

/** What the draft sets for each day of a month; null: rules stay as they were. */
export type WindowsOfMonth = readonly PolicyInstants[] | null;

/** What the draft sets for one child on a day of the month, by what is known of it, where some publics have rules apart. */
export type WindowOfChild = (facts: PricingFacts, child: BookedFor, day: number) => PolicyInstants;

export interface BookedFor {
  readonly childId: number;
  readonly familyId: number;
}

export interface MonthToLoad {
  readonly month: MonthOfService;
  readonly sessions: readonly SessionRow[];
  readonly windows: WindowsOfMonth;
  /** Null: the windows of the month hold for every child. */
  readonly windowOfChild: WindowOfChild | null;
  /** Its prices depend on hours. */
  readonly hours: boolean;
  /** Late bookings and late cancellations so far, where an effect of the draft counts them; null where none does. */
  readonly counts: { readonly bookings: LateCounts | null; readonly cancellations: LateCounts | null };
}

/** What absences become, by session and child. */
export type AbsencesBySession = ReadonlyMap<number, ReadonlyMap<number, JudgedAbsence>>;

export interface Wanted {
  readonly whole: WholePart;
  readonly absences: { readonly before: AbsencesBySession; readonly after: AbsencesBySession };
}

interface Stretch {
  readonly add: Stages;
  readonly cancel: Stages;
}

const AS_IT_WAS: Meeting = { met: 'AS_IT_WAS', surcharge: null };

/** What happened in some months of service, child by child: a handful of queries for all of them. */
@Injectable()
export class LoadMonths {
  constructor(
    private readonly database: Database,
    private readonly tallyBookings: TallyBookings,
    private readonly tallyAttendances: TallyAttendances,
    private readonly tallyCharges: TallyCharges,
    private readonly loadPricingFacts: LoadPricingFacts,
  ) {}

  /** In the order of the months; children by id. No more than 300 sessions in all. */
  run(collectiviteId: number, months: readonly MonthToLoad[], wanted: Wanted): Promise<ChildMonth[][]> {
    const stages = months.map(({ windows }) => windows?.map(stretchOf) ?? null);
    const width = Math.max(0, ...stages.flatMap((ofMonth) => ofMonth?.map(({ add }) => add.limits.length) ?? []));
    const sessions = months.flatMap(({ sessions: rows }, group) =>
      rows.map(({ id }, index) => ({
        ...{ sessionId: id, group, bit: dayAt(index), hours: months[group]!.hours },
        lateAt: lateAt(months[group]!, index),
        limits: padded(stages[group]?.[index]?.add.limits ?? [], width),
        billed: (months[group]!.month.billed & dayAt(index)) !== NO_DAYS,
      })),
    );
    const byInstant = months.some(oneByOne);
    return this.database.read(async () => {
      const bookings = await this.tallyBookings.run(collectiviteId, sessions, { whole: wanted.whole, byInstant });
      const attendances = await this.tallyAttendances.run(collectiviteId, sessions);
      const charges = await this.tallyCharges.run(
        collectiviteId,
        sessions.filter(({ billed }) => billed),
      );
      const [booked, cancelled, attended, charged] = [
        groupedBy([...bookings.alike, ...bookings.whole], ({ group }) => group),
        groupedBy(bookings.cancelled, ({ group }) => group),
        groupedBy(attendances, ({ group }) => group),
        groupedBy(charges, ({ group }) => group),
      ];
      const facts = await this.facts(collectiviteId, months, [
        ...bookings.alike,
        ...bookings.whole,
        ...bookings.cancelled,
      ]);
      return months.map((month, group) =>
        assembled(month, stages[group]!, {
          facts,
          booked: booked.get(group) ?? [],
          cancelled: cancelled.get(group) ?? [],
          attended: attended.get(group) ?? [],
          charged: charged.get(group) ?? [],
          absences: wanted.absences,
        }),
      );
    });
  }

  private async facts(
    collectiviteId: number,
    months: readonly MonthToLoad[],
    rows: readonly (BookedFor & { readonly group: number })[],
  ): Promise<PricingFacts | null> {
    const asked = rows.filter(({ group }) => months[group]!.windowOfChild !== null);
    if (asked.length === 0) return null;
    return this.loadPricingFacts.run(collectiviteId, {
      familyIds: asked.map(({ familyId }) => familyId),
      childIds: asked.map(({ childId }) => childId),
    });
  }
}

/** Whether each booking is looked at on its own: where some count, or where some children have rules apart. */
function oneByOne({ counts, windowOfChild }: MonthToLoad): boolean {
  return counts.bookings !== null || windowOfChild !== null;
}

/** From when a booking may be late for someone. */
function lateAt({ windows, windowOfChild }: MonthToLoad, index: number): number {
  if (windowOfChild !== null) return 0;
  return windows?.[index]?.addClosesAt.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;
}

interface Rows {
  /** Of those who booked; null where nobody's facts count. */
  readonly facts: PricingFacts | null;
  readonly booked: readonly (TalliedBookings | WholeBooking)[];
  readonly cancelled: readonly CancelledBooking[];
  readonly attended: readonly TalliedAttendances[];
  readonly charged: readonly TalliedCharges[];
  readonly absences: Wanted['absences'];
}

interface Gathered {
  readonly childId: number;
  readonly booked: BookedDays[];
  readonly cancelled: ChildMonth['cancelled'][number][];
  readonly attended: ChildMonth['attended'][number][];
  readonly charged: ChildMonth['charged'][number][];
  absences: ChildMonth['absences'];
}

function assembled(month: MonthToLoad, stages: readonly Stretch[] | null, rows: Rows): ChildMonth[] {
  const children = new Map<number, Gathered>();
  const childOf = (childId: number): Gathered => {
    let child = children.get(childId);
    if (!child) {
      child = { childId, booked: [], cancelled: [], attended: [], charged: [], absences: NO_ABSENCES };
      children.set(childId, child);
    }
    return child;
  };
  const promiseOf = plainPromises();
  for (const { row, days, meeting } of met(month, stages, rows)) {
    const whole = 'promise' in row ? row : null;
    const late = whole?.lateBooking;
    childOf(row.childId).booked.push({
      ...meeting,
      familyId: row.familyId,
      days,
      promise: whole?.promise ?? promiseOf(row),
      taken: whole ? takenWith(whole) : AS_USUAL,
      lateBooking: late?.applies ? late.effect : null,
    });
  }
  for (const { row, booking, cancellation } of givenUp(month, stages, rows)) {
    childOf(row.childId).cancelled.push({
      familyId: row.familyId,
      day: row.session,
      promise: row.promise ?? promiseOf(row),
      taken: takenWith(row),
      lateBooking: row.lateBooking?.applies ? row.lateBooking.effect : null,
      late: row.lateCancellation,
      ...{ booking, cancellation },
    });
  }
  for (const { childId, familyId, sessions: days, state, arrivedAt, leftAt } of rows.attended)
    childOf(childId).attended.push({ familyId, days, state, arrivedAt, leftAt });
  for (const { childId, familyId, sessions: days, event, cents } of rows.charged)
    childOf(childId).charged.push({ familyId, days, event, cents });
  const before = absentDays(month.sessions, rows.absences.before);
  const after = absentDays(month.sessions, rows.absences.after);
  for (const childId of new Set([...before.keys(), ...after.keys()])) {
    const child = children.get(childId);
    if (child)
      child.absences = { before: before.get(childId) ?? NO_ABSENT_DAYS, after: after.get(childId) ?? NO_ABSENT_DAYS };
  }
  return [...children.values()].sort((a, b) => a.childId - b.childId);
}

function takenWith({ supplements, menuTypeId }: Pick<WholeBooking, 'supplements' | 'menuTypeId'>): Taken {
  return { supplements: supplements ?? [], menuTypeId };
}

interface Met {
  readonly row: TalliedBookings | WholeBooking;
  readonly days: Days;
  readonly meeting: Meeting;
}

/** What each booking meets; those that are looked at one by one in the order in which they were made. */
function met(month: MonthToLoad, stages: readonly Stretch[] | null, { booked, facts }: Rows): Met[] {
  const { windows, counts } = month;
  if (!stages || !windows) return booked.map((row) => ({ row, days: row.sessions, meeting: AS_IT_WAS }));
  if (!oneByOne(month)) {
    const byStage = meetingsByStage(stages);
    return booked.flatMap((row) =>
      (byStage[row.stage] ?? []).flatMap(({ days, meeting }) =>
        (days & row.sessions) === NO_DAYS ? [] : [{ row, days: days & row.sessions, meeting }],
      ),
    );
  }
  const instantsFor = instantsOfChildren(month, windows, facts);
  const inOrder = booked
    .flatMap((row) => [...eachDay(row.sessions)].map((day) => ({ row, day })))
    .sort((a, b) => a.row.bookedAt! - b.row.bookedAt! || a.day - b.day || a.row.childId - b.row.childId);
  return inOrder.map(({ row, day }) => {
    const { childId, familyId, bookedAt } = row;
    const instants = instantsFor(row, day).operations.ADD;
    const request = { childId, familyId, date: month.month.dates[day]!, at: bookedAt!, instants };
    return { row, days: dayAt(day), meeting: counts.bookings?.meet(request) ?? meet(request) };
  });
}

interface GivenUp {
  readonly row: CancelledBooking;
  readonly booking: Meeting;
  readonly cancellation: Meeting;
}

/** What each cancellation meets, and what booking that day would have; those that count in the order of cancelling. */
function givenUp(month: MonthToLoad, stages: readonly Stretch[] | null, { cancelled, facts }: Rows): GivenUp[] {
  const { windows, counts } = month;
  if (!stages || !windows) return cancelled.map((row) => ({ row, booking: AS_IT_WAS, cancellation: AS_IT_WAS }));
  if (!counts.cancellations && !month.windowOfChild)
    return cancelled.map((row) => {
      const { add, cancel } = stages[firstDay(row.session)]!;
      return { row, booking: meetingAt(add, row.bookedAt), cancellation: meetingAt(cancel, row.cancelledAt) };
    });
  const instantsFor = instantsOfChildren(month, windows, facts);
  const inOrder = [...cancelled].sort(
    (a, b) => a.cancelledAt - b.cancelledAt || firstDay(a.session) - firstDay(b.session),
  );
  return inOrder.map((row) => {
    const day = firstDay(row.session);
    const { childId, familyId } = row;
    const { ADD, CANCEL } = instantsFor(row, day).operations;
    const request = { childId, familyId, date: month.month.dates[day]!, at: row.cancelledAt, instants: CANCEL };
    return {
      row,
      booking: meet({ at: row.bookedAt, instants: ADD }),
      cancellation: counts.cancellations?.meet(request) ?? meet(request),
    };
  });
}

function instantsOfChildren(
  { windowOfChild }: MonthToLoad,
  windows: readonly PolicyInstants[],
  facts: PricingFacts | null,
): (child: BookedFor, day: number) => PolicyInstants {
  return (child, day) => (windowOfChild && facts ? windowOfChild(facts, child, day) : windows[day]!);
}

/** By stage, what is met on which days: mostly the same on all. */
function meetingsByStage(stages: readonly Stretch[]): { days: Days; meeting: Meeting }[][] {
  const most = Math.max(...stages.map(({ add }) => add.outcomes.length));
  return Array.from({ length: most }, (_, stage) => {
    const alike = new Map<string, { days: Days; meeting: Meeting }>();
    stages.forEach(({ add }, day) => {
      const meeting = meetingOf(add.outcomes[Math.min(stage, add.outcomes.length - 1)]!);
      const key = JSON.stringify(meeting);
      const known = alike.get(key);
      alike.set(key, { meeting, days: (known?.days ?? NO_DAYS) | dayAt(day) });
    });
    return [...alike.values()];
  });
}

function meetingAt(stages: Stages, at: number): Meeting {
  return meetingOf(stages.outcomes[stageAt(stages, at)]!);
}

function stretchOf({ operations }: PolicyInstants): Stretch {
  return { add: stagesOf(operations.ADD), cancel: stagesOf(operations.CANCEL) };
}

/** All sessions of a query have as many limits: those that have fewer get some that nothing reaches. */
function padded(limits: readonly number[], width: number): number[] {
  return Array.from({ length: width }, (_, index) => limits[index] ?? Number.MAX_SAFE_INTEGER);
}

/** A promise of which the three prices are all there is to know; one value for all that are alike. */
function plainPromises(): (row: { readonly unitCents: number; readonly unjustifiedAbsenceCents: number }) => Quote {
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

const NO_ABSENT_DAYS: AbsentDays = { JUSTIFIED: NO_DAYS, CARENCE: NO_DAYS, UNJUSTIFIED: NO_DAYS };
const NO_ABSENCES = { before: NO_ABSENT_DAYS, after: NO_ABSENT_DAYS };

function absentDays(sessions: readonly SessionRow[], bySession: AbsencesBySession): Map<number, AbsentDays> {
  const byChild = new Map<number, AbsentDays>();
  sessions.forEach(({ id }, index) => {
    for (const [childId, { verdict }] of bySession.get(id) ?? []) {
      const known = byChild.get(childId) ?? NO_ABSENT_DAYS;
      byChild.set(childId, { ...known, [verdict]: known[verdict] | dayAt(index) });
    }
  });
  return byChild;
}
