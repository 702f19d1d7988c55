import { Injectable } from '@nestjs/common';
import { TallyAttendances } from '../../attendance/index.js';
import { TallyCharges } from '../../billing/index.js';
import { Database } from '../../platform/database/database.js';
import type { PricingFacts, SessionRow } from '../../prestations/index.js';
import { TallyBookings, type WantedInstants, type WholePart } from '../../reservations/index.js';
import { dayAt, NO_DAYS } from '../rules/days.js';
import type { MeetingsOfDay } from '../rules/meetings.js';
import type { ChildMonth } from '../rules/month.js';
import type { AbsencesBySession } from './announced-absences.js';
import { type FactsBook, LoadFacts } from './facts-book.js';
import { GatheredMonths, type MonthToGather, type RowOfChild } from './gathered-months.js';

/** A foyer and a child, as a draft looks at them. */
export type Asker = Pick<RowOfChild, 'childId' | 'familyId'>;

export interface MonthToLoad extends MonthToGather {
  readonly sessions: readonly SessionRow[];
  /** Its prices depend on hours. */
  readonly hours: boolean;
  /** What the draft sets for each day; null: rules stay as they were. */
  readonly meetings: readonly MeetingsOfDay[] | null;
  /** What it sets instead, by what is known of a child, where some publics have rules apart; null where none has. */
  readonly meetingsOfChild: ((facts: PricingFacts, child: Asker, day: number) => MeetingsOfDay) | null;
  /** From when a booking of each day may be late, in milliseconds; null where the draft rules none. */
  readonly lateAt: readonly number[] | null;
}

export interface Wanted {
  readonly whole: WholePart;
  readonly instants: WantedInstants;
}

/** What happened in some months of service, child by child: a handful of queries for all of them. */
@Injectable()
export class LoadMonths {
  constructor(
    private readonly database: Database,
    private readonly tallyBookings: TallyBookings,
    private readonly tallyAttendances: TallyAttendances,
    private readonly tallyCharges: TallyCharges,
    private readonly loadFacts: LoadFacts,
  ) {}

  /** In the order of the months; children by id. No more than 300 sessions in all. */
  run(
    collectiviteId: number,
    months: readonly MonthToLoad[],
    wanted: Wanted,
    { absences, facts }: { readonly absences: AbsencesBySession; readonly facts: FactsBook },
  ): Promise<ChildMonth[][]> {
    const sessions = sessionsOf(months);
    const billed = sessions.filter(({ group, bit }) => (months[group]!.month.billed & bit) !== NO_DAYS);
    return this.database.read(async () => {
      const { alike, whole, cancelled } = await this.tallyBookings.run(collectiviteId, sessions, wanted);
      await this.loadFacts.run(collectiviteId, facts, apartIn(months, [...alike, ...whole, ...cancelled]));
      const gathered = new GatheredMonths(months, (row, day) => {
        const { meetings, meetingsOfChild } = months[row.group]!;
        return meetingsOfChild
          ? meetingsOfChild(facts.factsOf(row.childId, row.familyId), row, day)
          : (meetings?.[day] ?? null);
      });
      gathered.book([...alike, ...whole]);
      gathered.cancel(cancelled);
      gathered.attend(await this.tallyAttendances.run(collectiviteId, sessions));
      gathered.charge(await this.tallyCharges.run(collectiviteId, billed));
      for (const { sessionId, group, day } of sessions)
        for (const [childId, absence] of absences.in(sessionId)) gathered.announce(group, day, childId, absence);
      return months.map((_, group) => gathered.of(group));
    });
  }
}

/** Those whose facts tell what the draft sets for them, where some publics have rules apart. */
function apartIn(months: readonly MonthToLoad[], rows: readonly RowOfChild[]): RowOfChild[] {
  if (months.every(({ meetingsOfChild }) => meetingsOfChild === null)) return [];
  return rows.filter(({ group }) => months[group]!.meetingsOfChild !== null);
}

function sessionsOf(months: readonly MonthToLoad[]) {
  const width = Math.max(0, ...months.flatMap(({ meetings }) => meetings?.map(({ limits }) => limits.length) ?? []));
  return months.flatMap(({ sessions, hours, meetings, lateAt }, group) =>
    sessions.map(({ id }, day) => ({
      ...{ sessionId: id, group, day, bit: dayAt(day), hours },
      lateAt: lateAt?.[day] ?? Number.MAX_SAFE_INTEGER,
      limits: padded(meetings?.[day]!.limits ?? [], width),
    })),
  );
}

/** All sessions of a query have as many limits: those that have fewer get some that nothing reaches. */
function padded(limits: readonly number[], width: number): number[] {
  return Array.from({ length: width }, (_, index) => limits[index] ?? Number.MAX_SAFE_INTEGER);
}
