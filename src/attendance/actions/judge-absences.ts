import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import {
  FindPrestations,
  LoadPolicies,
  type PolicyBook,
  type PrestationRow,
  type SessionRow,
  weekdaysOf,
} from '../../prestations/index.js';
import { type AbsencePolicy, type DeadlineContext, serviceDays } from '../../reglement/index.js';
import { type AbsenceVerdict, type JudgedAbsence, judgeRow } from '../rules/absence-judgement.js';
import { proofReceivedAt } from '../rules/absence-state.js';
import { absentRuns } from '../rules/absent-run.js';
import { FindAbsences, type KnownAbsence } from './find-absences.js';
import { type BookedDayOfAbsence, LoadBookedDays } from './load-booked-days.js';

/** A booked day on which the child is absent, and what the règlement makes of it; null where it says nothing. */
export interface JudgedDay extends BookedDayOfAbsence {
  readonly judged: JudgedAbsence | null;
}

/** Absence policies to judge by instead of those in force, by prestation; null: none is ever justified. */
export type DraftAbsencePolicies = ReadonlyMap<number, AbsencePolicy | null>;

interface Sources {
  readonly drafts: DraftAbsencePolicies;
  readonly policies: PolicyBook;
  readonly contexts: ReadonlyMap<number, DeadlineContext>;
}

const BEST_FIRST: readonly AbsenceVerdict[] = ['JUSTIFIED', 'CARENCE', 'UNJUSTIFIED'];

/**
 * Absences as the règlement of each of their days judges them. Days are counted on what was booked from one
 * prestation within one declaration, whole: a bill for November looks at the December days of the same illness.
 */
@Injectable()
export class JudgeAbsences {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
    private readonly findPrestations: FindPrestations,
    private readonly loadPolicies: LoadPolicies,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
  ) {}

  /** The judged days of each absence, by date, in the order of the absences; a constant number of queries. */
  run(
    collectiviteId: number,
    absences: readonly KnownAbsence[],
    drafts: DraftAbsencePolicies = new Map(),
  ): Promise<(readonly JudgedDay[])[]> {
    if (absences.length === 0) return Promise.resolve([]);
    return this.database.read(async () => {
      const booked = await this.loadBookedDays.run(collectiviteId, absences);
      const sources = { ...(await this.sources(collectiviteId, booked.flat())), drafts };
      return absences.map((absence, index) => judgedDays(absence, booked[index]!, sources));
    });
  }

  /**
   * What the règlement makes of those announced absent in these sessions, by session and child: where two
   * declarations hold a day, what is best for the family. Days that it does not judge are left out.
   */
  async inSessions(
    collectiviteId: number,
    sessions: readonly SessionRow[],
    drafts: DraftAbsencePolicies = new Map(),
  ): Promise<Map<number, Map<number, JudgedAbsence>>> {
    const found = new Map<number, Map<number, JudgedAbsence>>();
    if (sessions.length === 0) return found;
    const dates = sessions.map(({ date }) => date);
    const from = dates.reduce((a, b) => (isBefore(a, b) ? a : b));
    const to = dates.reduce((a, b) => (isBefore(a, b) ? b : a));
    const absences = await this.findAbsences.standing(collectiviteId, { from, to });
    const days = await this.run(collectiviteId, absences, drafts);
    const asked = new Set(sessions.map(({ id }) => id));
    for (const [index, { childId }] of absences.entries())
      for (const { session, judged } of days[index]!) {
        if (judged === null || !asked.has(session.id)) continue;
        const children = found.get(session.id) ?? new Map<number, JudgedAbsence>();
        const other = children.get(childId);
        if (!other || isBetter(judged, other)) children.set(childId, judged);
        found.set(session.id, children);
      }
    return found;
  }

  private async sources(collectiviteId: number, days: readonly BookedDayOfAbsence[]): Promise<Omit<Sources, 'drafts'>> {
    const prestationIds = [...new Set(days.map(({ session }) => session.prestationId))];
    const policies = await this.loadPolicies.run(collectiviteId, prestationIds);
    if (prestationIds.length === 0) return { policies, contexts: new Map() };
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const all = await this.findPrestations.run(collectiviteId, { archived: true });
    const concerned = all.filter(({ id }) => prestationIds.includes(id));
    const contexts = new Map<number, DeadlineContext>();
    for (const [siteId, prestations] of groupedBy(concerned, (prestation) => prestation.siteId)) {
      const calendar = await this.findCalendar.run(collectiviteId, siteId);
      for (const prestation of prestations) contexts.set(prestation.id, contextOf(prestation, { calendar, zone }));
    }
    return { policies, contexts };
  }
}

function contextOf(
  prestation: PrestationRow,
  { calendar, zone }: Pick<DeadlineContext, 'calendar' | 'zone'>,
): DeadlineContext {
  const isServiceDay = serviceDays({ weekdays: weekdaysOf(prestation), runsOn: prestation.runsOn, calendar });
  return { calendar, zone, isServiceDay, startsAt: prestation.startsAt };
}

function judgedDays(
  absence: KnownAbsence,
  booked: readonly BookedDayOfAbsence[],
  { policies, contexts, drafts }: Sources,
): JudgedDay[] {
  const about = {
    kind: absence.kind,
    collective: absence.familyId === null,
    declaredAt: absence.declaredAt,
    proofReceivedAt: proofReceivedAt(absence.proofs),
  };
  const days = [...groupedBy(booked, ({ session }) => session.prestationId)].flatMap(([prestationId, ofPrestation]) =>
    absentRuns(ofPrestation).flatMap((run) => {
      const row = { ...about, dates: run.map(({ session }) => session.date) };
      // A règlement that changes in the middle of a row judges its own days, in the place that they have in the row.
      const byRules = new Map<string, readonly JudgedAbsence[] | null>();
      return run.map((day, index): JudgedDay => {
        const rules = `${day.session.bookingPolicyId}/${day.session.policyExceptionId}`;
        if (!byRules.has(rules)) {
          const draft = drafts.get(prestationId);
          // What the mairie decided for a day holds under a draft of the règlement too.
          const drafted = policies.exceptionFor(day.session)?.absence ?? draft;
          const policy = draft === undefined ? policies.ruling(day.session)?.absence : drafted;
          byRules.set(rules, policy ? judgeRow(row, policy, contexts.get(prestationId)!) : null);
        }
        return { ...day, judged: byRules.get(rules)?.[index] ?? null };
      });
    }),
  );
  return days.sort(byDate);
}

function isBetter(one: JudgedAbsence, other: JudgedAbsence): boolean {
  return BEST_FIRST.indexOf(one.verdict) < BEST_FIRST.indexOf(other.verdict);
}

function byDate({ session: a }: JudgedDay, { session: b }: JudgedDay): number {
  return Temporal.PlainDate.compare(a.date, b.date) || a.id - b.id;
}
