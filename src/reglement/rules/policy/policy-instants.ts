import { Temporal, wallClock } from '../../../kernel/civil-time.js';
import { compileDeadline } from '../deadlines/compile-deadline.js';
import type { Deadline, DeadlineContext, DeadlineOperation } from '../deadlines/deadline.js';
import { rememberedByDate } from '../deadlines/wall-moment.js';
import type { BookingPolicy, Effect, OperationRule } from './booking-policy.js';
import { deadlinesOf } from './policy-deadlines.js';
import { eachPublic } from './publics.js';

export interface PolicyContext extends DeadlineContext {
  /** When the service begins, `HH:MM`; null: 00:00 of its day. */
  readonly startsAt: string | null;
}

/** Until when one operation may be asked for a day of service. */
export interface OperationInstants {
  /** First accepted instant; null: from the start. */
  readonly opensAt: Temporal.Instant | null;
  /** First instant that is late. */
  readonly closesAt: Temporal.Instant;
  /** First instant at which nothing more is accepted. */
  readonly endsAt: Temporal.Instant;
  /** What happens in between, in the order in which it is tried. */
  readonly late: readonly LateEffect[];
}

export interface LateEffect {
  readonly effect: Effect;
  readonly endsAt: Temporal.Instant;
}

/** Every instant that a règlement sets for one day of service. */
export interface PolicyInstants {
  readonly addOpensAt: Temporal.Instant | null;
  readonly addClosesAt: Temporal.Instant;
  readonly addEndsAt: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
  readonly cancelEndsAt: Temporal.Instant;
  readonly modifyClosesAt: Temporal.Instant;
  readonly dietClosesAt: Temporal.Instant;
  /** When the kitchen's list leaves: as told, else when nothing can move any more, for no public and no waived family. */
  readonly ordersAt: Temporal.Instant;
  readonly operations: Readonly<Record<DeadlineOperation, OperationInstants>>;
}

/** A règlement made ready for many days, for the children who are of none of its publics. Throws DateOutsideCalendar and DeadlineNotDefined, as deadlines do. */
export function compilePolicy(
  policy: BookingPolicy,
  context: PolicyContext,
): (date: Temporal.PlainDate) => PolicyInstants {
  const order = policy.order && compileDeadline(policy.order, context);
  const add = compileRule(policy.add, context);
  const cancel = compileRule(policy.cancel, context);
  const modify = policy.modify && compileRule(policy.modify, context);
  const diet = policy.diet && compileRule(policy.diet, context);
  const waived = (policy.waivers ?? [])
    .flatMap(({ add: adds, cancel: cancels, modify: modifies, diet: menus }) =>
      [adds, cancels, modifies, menus].filter((deadline) => deadline !== undefined),
    )
    .map((deadline) => compileDeadline(deadline, context));
  const apart = order ? [] : eachPublic(policy).map(({ policy: ruled }) => compilePolicy(ruled, context));
  return rememberedByDate((date) => {
    const ordered = order?.closesAt(date) ?? null;
    const lastEffect = ordered ?? wallClock(date, context.startsAt ?? '00:00', context.zone);
    const adding = add(date, lastEffect);
    const cancelling = cancel(date, lastEffect);
    const operations = {
      ADD: adding,
      CANCEL: cancelling,
      MODIFY: modify?.(date, lastEffect) ?? earlierOf(adding, cancelling),
      DIET: diet?.(date, lastEffect) ?? withoutEffects(adding),
    };
    return {
      addOpensAt: adding.opensAt,
      addClosesAt: adding.closesAt,
      addEndsAt: adding.endsAt,
      cancelClosesAt: cancelling.closesAt,
      cancelEndsAt: cancelling.endsAt,
      modifyClosesAt: operations.MODIFY.closesAt,
      dietClosesAt: operations.DIET.closesAt,
      ordersAt:
        ordered ??
        latest([
          ...Object.values(operations).map(({ endsAt }) => endsAt),
          ...apart.map((instantsOn) => instantsOn(date).ordersAt),
          ...waived.map((deadline) => deadline.closesAt(date) ?? wallClock(date, '24:00', context.zone)),
        ]),
      operations,
    };
  });
}

/**
 * The same, for a day that is to be planned: each deadline of the règlement says something about it, those of its
 * publics, its waivers and its absences too, which are looked at only once somebody is concerned.
 */
export function compileWholePolicy(
  policy: BookingPolicy,
  context: PolicyContext,
): (date: Temporal.PlainDate) => PolicyInstants {
  const instantsOn = compilePolicy(policy, context);
  const deadlines = deadlinesOf(policy).map(({ deadline }) => compileDeadline(deadline, context));
  return (date) => {
    for (const deadline of deadlines) deadline.closesAt(date);
    return instantsOn(date);
  };
}

/** The instants of a règlement for one day; for many, compile it once. */
export function instantsOf(policy: BookingPolicy, date: Temporal.PlainDate, context: PolicyContext): PolicyInstants {
  return compilePolicy(policy, context)(date);
}

type CompiledRule = (date: Temporal.PlainDate, lastEffect: Temporal.Instant) => OperationInstants;

function compileRule({ deadline, afterDeadline = [] }: OperationRule, context: PolicyContext): CompiledRule {
  const limit = compileDeadline(deadline, context);
  const effects = afterDeadline.map((effect) => {
    const until: Deadline | undefined = 'until' in effect ? effect.until : undefined;
    return { effect, until: until && compileDeadline(until, context) };
  });
  return (date, lastEffect) => {
    const closesAt = limit.closesAt(date) ?? wallClock(date, '24:00', context.zone);
    const late = effects.map(({ effect, until }) => ({
      effect,
      endsAt: until ? (until.closesAt(date) ?? wallClock(date, '24:00', context.zone)) : lastEffect,
    }));
    const ends = late.filter(({ effect }) => lets(effect)).map(({ endsAt }) => endsAt);
    return { opensAt: limit.opensAt(date), closesAt, endsAt: latest([closesAt, ...ends]), late };
  };
}

/** Whether some request passes under an effect: a refusal lets only those pass that come before its first time. */
function lets({ type, counter }: Effect): boolean {
  return type !== 'BLOCK' || (counter?.from ?? 1) > 1;
}

/** What is changed is given up and booked: it closes with the first of the two, and late means refused. */
function earlierOf(adding: OperationInstants, cancelling: OperationInstants): OperationInstants {
  const first = Temporal.Instant.compare(adding.closesAt, cancelling.closesAt) <= 0 ? adding : cancelling;
  return { ...withoutEffects(first), opensAt: adding.opensAt };
}

function withoutEffects({ opensAt, closesAt }: OperationInstants): OperationInstants {
  return { opensAt, closesAt, endsAt: closesAt, late: [] };
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b));
}
