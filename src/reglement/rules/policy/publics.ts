import type { DeadlineOperation } from '../deadlines/deadline.js';
import type { AudienceFacts } from '../pricing/audience.js';
import { isOf } from '../pricing/audience.js';
import type { BookingPolicy, PublicRules } from './booking-policy.js';

/** The operations that may have rules of their own for some children. */
export const RULED_APART = ['add', 'cancel', 'modify', 'diet'] as const;

/** All that may be said apart: these, and how absences are treated. */
export const SAID_APART = [...RULED_APART, 'absence'] as const;

/** The places, in `publics`, of those that a child is of. */
export function publicsOf({ publics = [] }: BookingPolicy, facts: AudienceFacts): number[] {
  return publics.flatMap(({ applies }, index) => (isOf({ when: applies, facts }) ? [index] : []));
}

/**
 * The règlement of children who are of these publics: the rules of their own, and for the rest those of everybody. The
 * editor refuses two publics that could both rule an operation for one child.
 */
export function policyOfPublics(policy: BookingPolicy, indexes: readonly number[]): BookingPolicy {
  const { publics = [], ...forAll } = policy;
  return indexes.reduce<BookingPolicy>((ruled, index) => ({ ...ruled, ...ownRules(publics[index]!) }), forAll);
}

/** What a règlement says to each of its publics, rules for everybody left out where it has others. */
export function eachPublic(policy: BookingPolicy): { readonly own: PublicRules; readonly policy: BookingPolicy }[] {
  return (policy.publics ?? []).map((own, index) => ({
    own,
    policy: policyOfPublics(policy, [index]),
  }));
}

/** A règlement of which something is also ruled for everybody by an exception: no public has that apart. */
export function withoutPublicsOn(policy: BookingPolicy, operations: Partial<BookingPolicy>): BookingPolicy {
  if (!policy.publics) return policy;
  const left = policy.publics.flatMap((own): PublicRules[] => {
    const kept = SAID_APART.filter((name) => own[name] !== undefined && operations[name] === undefined);
    return kept.length === 0
      ? []
      : [{ applies: own.applies, ...Object.fromEntries(kept.map((name) => [name, own[name]])) }];
  });
  const { publics: _, ...forAll } = policy;
  return left.length === 0 ? forAll : { ...forAll, publics: left };
}

function ownRules({ applies: _, ...rules }: PublicRules): Partial<BookingPolicy> {
  return rules;
}

/** Operations that these publics rule otherwise: those that they give, and those that follow from them. */
export function operationsApart(policy: BookingPolicy, indexes: readonly number[]): ReadonlySet<DeadlineOperation> {
  const has = (name: (typeof RULED_APART)[number]) =>
    indexes.some((index) => policy.publics?.[index]?.[name] !== undefined);
  const apart: Record<DeadlineOperation, boolean> = {
    ADD: has('add'),
    CANCEL: has('cancel'),
    MODIFY: has('modify') || (!policy.modify && (has('add') || has('cancel'))),
    DIET: has('diet') || (!policy.diet && has('add')),
  };
  return new Set((Object.keys(apart) as DeadlineOperation[]).filter((operation) => apart[operation]));
}
