import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import {
  FindPrestations,
  LoadPolicies,
  LoadPricingFacts,
  mergedPolicy,
  type PolicyBook,
  type PrestationRow,
  type PricingFacts,
  type SessionRow,
  weekdaysOf,
} from '../../prestations/index.js';
import {
  type BookingPolicy,
  type DeadlineContext,
  policyOfPublics,
  publicsOf,
  serviceDays,
} from '../../reglement/index.js';
import { type AbsenceVerdict, type JudgedAbsence, judgeRow } from '../rules/absence-judgement.js';
import { proofReceivedAt } from '../rules/absence-state.js';
import { absentRuns } from '../rules/absent-run.js';
import { FindAbsences, type KnownAbsence } from './find-absences.js';
import { type BookedDayOfAbsence, LoadBookedDays } from './load-booked-days.js';

/** A booked day on which the child is absent, and what the règlement makes of it; null where it says nothing. */
export interface JudgedDay extends BookedDayOfAbsence {
  readonly judged: JudgedAbsence | null;
}

/** Règlements to judge by instead of those in force, by prestation. */
export type DraftPolicies = ReadonlyMap<number, BookingPolicy>;

interface Sources {
  readonly drafts: DraftPolicies;
  /** Of the children and those who booked; null where no public has an absence policy of its own. */
  readonly facts: PricingFacts | null;
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
    private readonly loadPricingFacts: LoadPricingFacts,
  ) {}

  /** The judged days of each absence, by date, in the order of the absences; a constant number of queries. */
  run(
    collectiviteId: number,
    absences: readonly KnownAbsence[],
    drafts: DraftPolicies = new Map(),
  ): Promise<(readonly JudgedDay[])[]> {
    if (absences.length === 0) return Promise.resolve([]);
    return this.database.read(async () => {
      const booked = await this.loadBookedDays.run(collectiviteId, absences);
      const known = await this.sources(collectiviteId, booked.flat());
      const facts = await this.facts(collectiviteId, { absences, booked }, [
        ...drafts.values(),
        ...known.policies.versions.map(({ policy }) => policy),
      ]);
      const sources = { ...known, drafts, facts };
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
    drafts: DraftPolicies = new Map(),
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

  private async facts(
    collectiviteId: number,
    {
      absences,
      booked,
    }: { readonly absences: readonly KnownAbsence[]; readonly booked: readonly (readonly BookedDayOfAbsence[])[] },
    policies: readonly BookingPolicy[],
  ): Promise<PricingFacts | null> {
    if (!policies.some(({ publics = [] }) => publics.some(({ absence }) => absence))) return null;
    return this.loadPricingFacts.run(collectiviteId, {
      familyIds: booked.flatMap((days) => days.map(({ familyId }) => familyId)),
      childIds: absences.map(({ childId }) => childId),
    });
  }

  private async sources(
    collectiviteId: number,
    days: readonly BookedDayOfAbsence[],
  ): Promise<Omit<Sources, 'drafts' | 'facts'>> {
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

function judgedDays(absence: KnownAbsence, booked: readonly BookedDayOfAbsence[], sources: Sources): JudgedDay[] {
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
        const ruling = rulingOf(day.session, prestationId, sources);
        const publics = ruling ? publicsOfDay(ruling, absence.childId, day, sources) : [];
        const rules = `${day.session.bookingPolicyId}/${day.session.policyExceptionId}/${publics.join()}`;
        if (!byRules.has(rules)) {
          const policy = ruling && policyOfPublics(ruling, publics).absence;
          byRules.set(rules, policy ? judgeRow(row, policy, sources.contexts.get(prestationId)!) : null);
        }
        return { ...day, judged: byRules.get(rules)?.[index] ?? null };
      });
    }),
  );
  return days.sort(byDate);
}

/** What rules a day; what the mairie decided for it holds under a draft of the règlement too. */
function rulingOf(session: SessionRow, prestationId: number, { policies, drafts }: Sources): BookingPolicy | null {
  const draft = drafts.get(prestationId);
  const exception = policies.exceptionFor(session);
  return draft ? mergedPolicy(draft, exception && { rules: exception }) : policies.ruling(session);
}

function publicsOfDay(
  ruling: BookingPolicy,
  childId: number,
  { session: { prestationId, date }, familyId }: BookedDayOfAbsence,
  { facts }: Sources,
): readonly number[] {
  return facts === null ? [] : publicsOf(ruling, facts.context({ childId, familyId, prestationId, date }));
}

function isBetter(one: JudgedAbsence, other: JudgedAbsence): boolean {
  return BEST_FIRST.indexOf(one.verdict) < BEST_FIRST.indexOf(other.verdict);
}

function byDate({ session: a }: JudgedDay, { session: b }: JudgedDay): number {
  return Temporal.PlainDate.compare(a.date, b.date) || a.id - b.id;
}
