import { eachDate, type Temporal } from '../../kernel/civil-time.js';
import { serviceDays } from '../../reglement/rules/index.js';
import { type PlannedPrestation, type RuledDay, type RulesKnown, sessionRules } from './session-rules.js';

export interface PlannedSession extends RuledDay {
  readonly date: Temporal.PlainDate;
}

export interface SessionPlan {
  readonly sessions: readonly PlannedSession[];
  /** Days of service on which no version of the règlement is in force: they cannot be planned. */
  readonly withoutPolicy: readonly Temporal.PlainDate[];
}

/**
 * The sessions of a prestation between two dates, both included: its days of service that the mairie does not
 * close, each with the règlement of that day and every instant that it sets, on the wall clock of `zone`: the end of
 * the day of service where it sets no limit. Dates in `planned` (`YYYY-MM-DD`) are left out. Throws
 * DateOutsideCalendar, and DeadlineNotDefined where the règlement says nothing about a day.
 */
export function planSessions(
  prestation: PlannedPrestation,
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  known: RulesKnown & { readonly planned: ReadonlySet<string> },
): SessionPlan {
  const { calendar, planned } = known;
  const isServiceDay = serviceDays({ ...prestation, calendar });
  const ruleOn = sessionRules(prestation, known);
  const sessions: PlannedSession[] = [];
  const withoutPolicy: Temporal.PlainDate[] = [];
  for (const date of eachDate(span.from, span.to)) {
    if (planned.has(date.toString()) || !isServiceDay(date) || calendar.closure(date) !== null) continue;
    const ruled = ruleOn(date);
    if (ruled) sessions.push({ date, ...ruled });
    else withoutPolicy.push(date);
  }
  return { sessions, withoutPolicy };
}
