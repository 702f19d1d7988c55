import type { Temporal } from '../../kernel/civil-time.js';
import type { FullPlace } from '../../prestations/index.js';
import { isOpen } from '../../reglement/index.js';

/** What the rules need to know of a session; a row has it all. */
export interface JudgedSession {
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

/** A family wants a place for a child in a session. */
export interface Wish {
  readonly familyId: number;
  /** The foyer that has the child on the date of the session; null when none has or it cannot be told. */
  readonly familyInCharge: number | null;
  readonly enrolled: boolean;
  /** The foyer that holds the child's living reservation in this session; or another one, to which it is offered. */
  readonly reservedFor: number | null;
  /** Whether a tariff covers the date: without it no price can be promised. */
  readonly priced: boolean;
  /** What has no place left for the child: the session, or a pool that it draws on; null while there is one. */
  readonly full: FullPlace | null;
  readonly session: JudgedSession;
}

export type RefusalCode =
  | 'NOT_YOUR_DAY'
  | 'SESSION_CALLED_OFF'
  | 'ALREADY_RESERVED'
  | 'NOT_ENROLLED'
  | 'SESSION_CLOSED'
  | 'SESSION_ALREADY_BILLED'
  | 'PRICE_UNKNOWN'
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
  if (wish.familyInCharge !== wish.familyId) return 'NOT_YOUR_DAY';
  if (wish.session.calledOffAt !== null) return 'SESSION_CALLED_OFF';
  if (wish.reservedFor !== null) return 'ALREADY_RESERVED';
  if (!wish.enrolled) return 'NOT_ENROLLED';
  if (!beyondWindow && !mayStillBook(wish.session, now)) return 'SESSION_CLOSED';
  if (wish.session.billedAt !== null) return 'SESSION_ALREADY_BILLED';
  if (!wish.priced) return 'PRICE_UNKNOWN';
  return null;
}

export function mayStillBook(session: JudgedSession, now: Temporal.Instant): boolean {
  return session.frozenAt === null && isOpen(now, session.addClosesAt);
}

export function mayStillCancel(session: JudgedSession, now: Temporal.Instant): boolean {
  return session.calledOffAt !== null || (session.frozenAt === null && isOpen(now, session.cancelClosesAt));
}

/** Until when the kitchen still takes another menu for a day. */
export function mayStillChangeMenu(
  session: Pick<JudgedSession, 'frozenAt'> & { readonly dietClosesAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return session.frozenAt === null && isOpen(now, session.dietClosesAt);
}
