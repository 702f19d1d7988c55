import type { CivilCalendar } from '../../calendar/rules/index.js';
import { Temporal, type Weekday } from '../../kernel/civil-time.js';
import {
  type BookingPolicy,
  compileWholePolicy,
  type PolicyInstants,
  type RunsOn,
  serviceDays,
} from '../../reglement/rules/index.js';
import { type DatedException, exceptionOn, mergedPolicy } from './policy-exceptions.js';
import { type DatedVersion, versionOn } from './versions.js';

export interface PlannedPolicy extends DatedVersion {
  readonly id: number;
  readonly policy: BookingPolicy;
}

/** A prestation as far as its days and hours go. */
export interface PlannedPrestation {
  readonly id: number;
  readonly siteId: number;
  readonly weekdays: readonly Weekday[];
  readonly runsOn: RunsOn;
  /** `HH:MM`; null: where the hour of the service is not told, it begins at 00:00. */
  readonly startsAt: string | null;
}

/** What is known when sessions are planned or looked at again. */
export interface RulesKnown {
  readonly calendar: CivilCalendar;
  readonly zone: string;
  readonly policies: readonly PlannedPolicy[];
  readonly exceptions: readonly DatedException[];
}

/** The instants kept with a session, in the order in which they are told. */
export const SESSION_INSTANTS = [
  'addOpensAt',
  'addClosesAt',
  'addEndsAt',
  'cancelClosesAt',
  'cancelEndsAt',
  'modifyClosesAt',
  'dietClosesAt',
  'ordersAt',
] as const;
export type SessionInstant = (typeof SESSION_INSTANTS)[number];

export type SessionInstants = Readonly<Record<Exclude<SessionInstant, 'addOpensAt'>, Temporal.Instant>> & {
  /** Null: one may book from the start. */
  readonly addOpensAt: Temporal.Instant | null;
};

/** What rules one day of service, and until when. */
export interface RuledDay {
  readonly policyId: number;
  readonly exceptionId: number | null;
  /** The policy and the exception as one. */
  readonly policy: BookingPolicy;
  readonly instants: SessionInstants;
}

/**
 * What rules each day of a prestation: the version in force on that day, with the exception that holds; null where no
 * version does. Each pair is compiled once. Throws DateOutsideCalendar, and DeadlineNotDefined where the règlement
 * says nothing about a day.
 */
export function sessionRules(
  prestation: PlannedPrestation,
  { calendar, zone, policies, exceptions }: RulesKnown,
): (date: Temporal.PlainDate) => RuledDay | null {
  const { startsAt } = prestation;
  const context = { calendar, zone, startsAt, isServiceDay: serviceDays({ ...prestation, calendar }) };
  const compiled = new Map<string, (date: Temporal.PlainDate) => PolicyInstants>();
  return (date) => {
    const version = versionOn(policies, date);
    if (!version) return null;
    const exception = exceptionOn(exceptions, prestation, date);
    const policy = mergedPolicy(version.policy, exception);
    const key = `${version.id}/${exception?.id ?? ''}`;
    const instantsOf = compiled.get(key) ?? compileWholePolicy(policy, context);
    compiled.set(key, instantsOf);
    return {
      policyId: version.id,
      exceptionId: exception?.id ?? null,
      policy,
      instants: keptInstants(instantsOf(date)),
    };
  };
}

/** No window outlives the order: a list that has left no longer moves, whatever a deadline says. */
function keptInstants({ addOpensAt, ordersAt, ...closings }: PolicyInstants): SessionInstants {
  const beforeOrder = (instant: Temporal.Instant) =>
    Temporal.Instant.compare(instant, ordersAt) < 0 ? instant : ordersAt;
  return {
    addOpensAt,
    addClosesAt: beforeOrder(closings.addClosesAt),
    addEndsAt: beforeOrder(closings.addEndsAt),
    cancelClosesAt: beforeOrder(closings.cancelClosesAt),
    cancelEndsAt: beforeOrder(closings.cancelEndsAt),
    modifyClosesAt: beforeOrder(closings.modifyClosesAt),
    dietClosesAt: beforeOrder(closings.dietClosesAt),
    ordersAt,
  };
}
