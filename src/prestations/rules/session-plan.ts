import type { CivilCalendar } from '../../calendar/index.js';
import { eachDate, type Temporal, wallClock, type Weekday } from '../../kernel/civil-time.js';
import {
  compileDeadline,
  type CompiledDeadline,
  type Deadline,
  type RunsOn,
  serviceDays,
} from '../../reglement/index.js';
import { type DatedVersion, versionOn } from './versions.js';

export interface PlannedPolicy extends DatedVersion {
  readonly id: number;
  readonly policy: { readonly add: { readonly deadline: Deadline }; readonly cancel: { readonly deadline: Deadline } };
}

export interface PlannedSession {
  readonly date: Temporal.PlainDate;
  readonly policyId: number;
  readonly addClosesAt: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
}

export interface SessionPlan {
  readonly sessions: readonly PlannedSession[];
  /** Days of service on which no version of the règlement is in force: they cannot be planned. */
  readonly withoutPolicy: readonly Temporal.PlainDate[];
}

/**
 * The sessions of a prestation between two dates, both included: its days of service that the mairie does not
 * close, each with the règlement in force on that day and its first refused instants, on the wall clock of `zone`: the
 * end of the day of service where it sets no limit. Dates in `planned` (`YYYY-MM-DD`) are left out. Throws
 * DateOutsideCalendar, and DeadlineNotDefined where the règlement says nothing about a day.
 */
export function planSessions(
  prestation: { readonly weekdays: readonly Weekday[]; readonly runsOn: RunsOn },
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  known: {
    readonly calendar: CivilCalendar;
    readonly zone: string;
    readonly policies: readonly PlannedPolicy[];
    readonly planned: ReadonlySet<string>;
  },
): SessionPlan {
  const { calendar, zone, policies, planned } = known;
  const isServiceDay = serviceDays({ ...prestation, calendar });
  const context = { calendar, zone, isServiceDay };
  const compiled = new Map<number, { readonly add: CompiledDeadline; readonly cancel: CompiledDeadline }>();
  const deadlinesOf = (policy: PlannedPolicy) => {
    let deadlines = compiled.get(policy.id);
    if (!deadlines) {
      deadlines = {
        add: compileDeadline(policy.policy.add.deadline, context),
        cancel: compileDeadline(policy.policy.cancel.deadline, context),
      };
      compiled.set(policy.id, deadlines);
    }
    return deadlines;
  };
  const sessions: PlannedSession[] = [];
  const withoutPolicy: Temporal.PlainDate[] = [];
  for (const date of eachDate(span.from, span.to)) {
    if (planned.has(date.toString()) || !isServiceDay(date) || calendar.closure(date) !== null) continue;
    const policy = versionOn(policies, date);
    if (!policy) withoutPolicy.push(date);
    else {
      const { add, cancel } = deadlinesOf(policy);
      const dayEnds = wallClock(date, '24:00', zone);
      sessions.push({
        date,
        policyId: policy.id,
        addClosesAt: add.closesAt(date) ?? dayEnds,
        cancelClosesAt: cancel.closesAt(date) ?? dayEnds,
      });
    }
  }
  return { sessions, withoutPolicy };
}
