import type { Away } from '../../families/rules/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import type { FullPlace } from '../../prestations/rules/index.js';
import { type Counter, effectAt, type OperationInstants, type Outcome } from '../../reglement/rules/index.js';
import type { LateBooking } from './late-booking.js';

/** What the rules need to know of a session; a row has it all. */
export interface JudgedSession {
  readonly date: Temporal.PlainDate;
  /** First refused instants. */
  readonly addClosesAt: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
  /** When the headcount was handed to the kitchen: from then on the list no longer moves, whatever the clock says. */
  readonly frozenAt: Temporal.Instant | null;
  readonly calledOffAt: Temporal.Instant | null;
  readonly calledOffReason: string | null;
  /** When it was billed: from then on nobody books or cancels, not even the mairie beyond the window. */
  readonly billedAt: Temporal.Instant | null;
}

/** Labels that a tariff does not have, and those that it has. */
export interface UnknownSupplements {
  readonly unknown: readonly string[];
  readonly offered: readonly string[];
}

/** A family wants a place for a child in a session. */
export interface Wish {
  readonly familyId: number;
  /** Why the family does not have the child on the date of the session; null when it has. */
  readonly away: Away | null;
  readonly enrolled: boolean;
  /**
   * The foyer that holds the child's living reservation in this session; or another one, to which it is offered or for
   * which it is held.
   */
  readonly reservedFor: number | null;
  /** Until when the family's own place is held for it to pay; null: none is. */
  readonly awaitingPaymentUntil: Temporal.Instant | null;
  /** Whether a tariff covers the date: without it no price can be promised. */
  readonly priced: boolean;
  /** What is wanted beside the service and is not in the tariff of that day; null where there is nothing to say. */
  readonly unknownSupplements: UnknownSupplements | null;
  /** What has no place left for the child: the session, or a pool that it draws on; null while there is one. */
  readonly full: FullPlace | null;
  readonly session: JudgedSession;
  /** Until when this family books it, and what the policy makes of a later request. */
  readonly add: OperationInstants;
  /** The rule behind that limit, as families read it; null where none is to be cited. */
  readonly rule: () => string | null;
  /** How many late bookings of this child, or of the family, are in the period of a counter already. */
  readonly lateSoFar: (counter: Counter) => number;
}

export type RefusalCode =
  | 'NOT_YOUR_DAY'
  | 'SESSION_CALLED_OFF'
  | 'ALREADY_RESERVED'
  | 'AWAITING_PAYMENT'
  | 'NOT_ENROLLED'
  | 'NOT_YET_OPEN'
  | 'SESSION_CLOSED'
  | 'PHONE_ONLY'
  | 'ASK_THE_MAIRIE'
  | 'SESSION_ALREADY_BILLED'
  | 'PRICE_UNKNOWN'
  | 'SUPPLEMENT_UNKNOWN'
  | 'SESSION_FULL';

export interface Judging {
  /** Read once, when the request came. */
  readonly now: Temporal.Instant;
  /** An agent books beyond the window, with a reason. Nothing else is waived: not the places, the custody, the bill. */
  readonly beyondWindow?: boolean;
}

/** Why a wish cannot become a reservation now; null when it can. The first reason that holds, most lasting first. */
export function refusalOf(wish: Wish, judging: Judging): RefusalCode | null {
  return refusalBesidesPlaces(wish, judging) ?? (wish.full === null ? null : 'SESSION_FULL');
}

/** The same without counting places: for a wish that has just taken one, or tried to. */
export function refusalBesidesPlaces(wish: Wish, { now, beyondWindow = false }: Judging): RefusalCode | null {
  if (wish.away !== null) return 'NOT_YOUR_DAY';
  if (wish.session.calledOffAt !== null) return 'SESSION_CALLED_OFF';
  if (wish.reservedFor !== null) return 'ALREADY_RESERVED';
  if (wish.awaitingPaymentUntil !== null) return 'AWAITING_PAYMENT';
  if (!wish.enrolled) return 'NOT_ENROLLED';
  if (!beyondWindow) {
    const late = refusalByTime(wish, now);
    if (late !== null) return late;
  }
  if (wish.session.billedAt !== null) return 'SESSION_ALREADY_BILLED';
  if (!wish.priced) return 'PRICE_UNKNOWN';
  if (wish.unknownSupplements !== null) return 'SUPPLEMENT_UNKNOWN';
  return null;
}

/** What the policy makes of a request that comes now. Nothing is accepted once the kitchen has its list. */
export function outcomeOf({ session, add, lateSoFar }: Wish, now: Temporal.Instant): Outcome {
  return session.frozenAt === null ? effectAt(add, now, lateSoFar) : { type: 'BLOCKED' };
}

function refusalByTime(wish: Wish, now: Temporal.Instant): RefusalCode | null {
  const outcome = outcomeOf(wish, now);
  if (outcome.type === 'IN_TIME' || outcome.type === 'GRACE') return null;
  if (outcome.type === 'NOT_YET') return 'NOT_YET_OPEN';
  if (outcome.type === 'BLOCKED') return 'SESSION_CLOSED';
  switch (outcome.effect.type) {
    case 'SURCHARGE':
      return null;
    case 'PHONE_ONLY':
      return 'PHONE_ONLY';
    case 'REQUEST_TO_AGENT':
      return 'ASK_THE_MAIRIE';
    case 'BILL_FULL':
    case 'CREDIT':
      return 'SESSION_CLOSED';
  }
}

/** The terms of a booking that comes after its deadline and is accepted; null for one in time. */
export function lateTerms(wish: Wish, now: Temporal.Instant): LateBooking | null {
  const outcome = outcomeOf(wish, now);
  if (outcome.type === 'GRACE') return { applies: false, effect: outcome.effect };
  if (outcome.type !== 'LATE' || outcome.effect.type !== 'SURCHARGE') return null;
  return { applies: true, effect: outcome.effect };
}

/** First instant at which a day is no longer booked as it is now: its limit, or the end of what is accepted after it. */
export function bookableUntil(wish: Wish, now: Temporal.Instant): Temporal.Instant {
  const outcome = outcomeOf(wish, now);
  return outcome.type === 'GRACE' || outcome.type === 'LATE' ? outcome.until : wish.add.closesAt;
}

/** Whether the child's place was reserved by its other foyer, which alone may give it up. */
export function isHeldByOther({ reservedFor, familyId }: Wish): boolean {
  return reservedFor !== null && reservedFor !== familyId;
}

/**
 * Since when a day that nobody books any more has been so: its limit, the end of what was accepted after it with a
 * surcharge, or the list of the kitchen when that came before.
 */
export function closedSince({ session: { frozenAt }, add }: Wish, now: Temporal.Instant): Temporal.Instant {
  const accepted = add.late.filter(({ effect }) => effect.type === 'SURCHARGE').map(({ endsAt }) => endsAt);
  const over = [add.closesAt, ...accepted]
    .map((end) => (frozenAt !== null && isBefore(frozenAt, end) ? frozenAt : end))
    .filter((end) => !isBefore(now, end));
  return over.length === 0 ? add.closesAt : over.reduce((latest, end) => (isBefore(latest, end) ? end : latest));
}

/** The number to call, where the policy leaves only that. */
export function phoneOf(wish: Wish, now: Temporal.Instant): string | null {
  const outcome = outcomeOf(wish, now);
  return outcome.type === 'LATE' && outcome.effect.type === 'PHONE_ONLY' ? outcome.effect.number : null;
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
