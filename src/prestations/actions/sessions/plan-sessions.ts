import { Injectable } from '@nestjs/common';
import { type CivilCalendar, DateOutsideCalendar } from '../../../calendar/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { counted, enumeration, plainDate, typeset } from '../../../kernel/french.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { SessionRow } from '../../data/session.entity.js';
import { DeadlineNotDefined } from '../../../reglement/index.js';
import { prestationsProblems } from '../../problems.js';
import { planSessions, type SessionPlan } from '../../rules/session-plan.js';
import { checkedSpan } from '../checked-span.js';
import { FindPrestations } from '../find-prestations.js';
import { FindSessions } from './find-sessions.js';
import { LoadSessionRules } from './load-session-rules.js';

export interface PlanningSpan {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

@Injectable()
export class PlanSessions {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly findSessions: FindSessions,
    private readonly loadSessionRules: LoadSessionRules,
  ) {}

  /**
   * Plans the days of service between two dates, both included; those planned before stay as they are. All or
   * nothing. Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED, CALENDAR_NOT_KNOWN, POLICY_MISSING.
   */
  run(
    collectiviteId: number,
    prestationId: number,
    span: PlanningSpan,
  ): Promise<{ readonly planned: number; readonly alreadyPlanned: number }> {
    checkedSpan(span);
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
      const existing = await this.findSessions.run(collectiviteId, { ...span, prestationIds: [prestationId] });
      const plan = await this.plan(prestation, span, new Set(existing.map(({ date }) => date.toString())));
      if (plan.withoutPolicy.length > 0) throw withoutPolicy(plan.withoutPolicy);
      await this.insert(prestation, plan);
      return { planned: plan.sessions.length, alreadyPlanned: existing.length };
    });
  }

  private async plan(
    prestation: PrestationRow,
    span: PlanningSpan,
    planned: ReadonlySet<string>,
  ): Promise<SessionPlan> {
    const { prestation: planning, ...known } = await this.loadSessionRules.run(prestation);
    const { calendar } = known;
    for (const date of [span.from, span.to]) if (!calendar.covers(date)) throw outsideCalendar(date, calendar);
    try {
      return planSessions(planning, span, { ...known, planned });
    } catch (error) {
      if (error instanceof DateOutsideCalendar) throw outsideCalendar(error.date, calendar);
      throw error instanceof DeadlineNotDefined ? withoutDeadline(error) : error;
    }
  }

  private async insert({ id, collectiviteId, places }: PrestationRow, plan: SessionPlan): Promise<void> {
    for (const sessions of chunksOf(plan.sessions, 200))
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(SessionRow)
        .values(
          sessions.map(({ date, policyId, exceptionId, instants }) => ({
            collectiviteId,
            prestationId: id,
            bookingPolicyId: policyId,
            policyExceptionId: exceptionId,
            date,
            places,
            taken: 0,
            plannedStaff: null,
            revision: 0,
            ...instants,
            frozenAt: null,
            calledOffAt: null,
            calledOffReason: null,
            closureId: null,
            billedAt: null,
          })),
        )
        .updateEntity(false)
        .execute();
  }
}

function outsideCalendar(date: Temporal.PlainDate, { coveredSchoolYears }: CivilCalendar) {
  return prestationsProblems.CALENDAR_NOT_KNOWN(
    typeset(
      `Les vacances et jours fériés ne sont pas connus au ${plainDate(date)} : planifiez dans les années scolaires ${enumeration(coveredSchoolYears)}.`,
    ),
    { extensions: { date: date.toString(), coveredSchoolYears } },
  );
}

function withoutDeadline({ date, reason }: DeadlineNotDefined) {
  return prestationsProblems.POLICY_MISSING(
    typeset(`Le règlement ne donne pas de délai pour le ${plainDate(date)}. ${reason} Rien n’a été planifié.`),
    { extensions: { dates: [date.toString()] } },
  );
}

const NAMED = 5;

function withoutPolicy(dates: readonly Temporal.PlainDate[]) {
  const rest = dates.length - NAMED;
  const named = [
    ...dates.slice(0, NAMED).map((date) => `le ${plainDate(date)}`),
    ...(rest > 0 ? [counted(rest, 'autre jour', 'autres jours')] : []),
  ];
  return prestationsProblems.POLICY_MISSING(
    typeset(
      `Aucun règlement n’est défini ${enumeration(named)} : ajoutez-le, puis recommencez. Rien n’a été planifié.`,
    ),
    { extensions: { dates: dates.map(String) } },
  );
}
