import { isDeepStrictEqual } from 'node:util';
import { Temporal } from '../../kernel/civil-time.js';
import type { BookingPolicy } from '../../reglement/rules/index.js';
import type { KeptRules } from './kept-rules.js';
import { type RuledDay, SESSION_INSTANTS, type SessionInstant, type SessionInstants } from './session-rules.js';

/** A session as it was planned. */
export interface KeptSession extends SessionInstants {
  readonly id: number;
  readonly date: Temporal.PlainDate;
  readonly bookingPolicyId: number;
  readonly policyExceptionId: number | null;
}

/** What a session would have if it were planned now. */
export interface SessionChange {
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly before: KeptRules;
  readonly after: RuledDay;
  /** Instants that move; none when only what happens after them is said differently. */
  readonly moved: readonly SessionInstant[];
}

/**
 * What changes for the families in a session that the mairie's rules of now would plan otherwise; null where nothing
 * does. `kept` is what ruled it: a version that only repeats the one before it changes nothing.
 */
export function changeOf(session: KeptSession, kept: BookingPolicy | null, now: RuledDay): SessionChange | null {
  const moved = SESSION_INSTANTS.filter((name) => !sameInstant(session[name], now.instants[name]));
  if (moved.length === 0 && isDeepStrictEqual(kept, now.policy)) return null;
  const { id, date, bookingPolicyId, policyExceptionId } = session;
  const before = { policyId: bookingPolicyId, exceptionId: policyExceptionId, instants: instantsOf(session) };
  return { sessionId: id, date, before, after: now, moved };
}

/** What one could still do in time, and can no longer: booking, cancelling. */
export function closedAtOnce(
  { before, after }: Pick<SessionChange, 'before' | 'after'>,
  now: Temporal.Instant,
): ('ADD' | 'CANCEL')[] {
  const closes = (name: 'addClosesAt' | 'cancelClosesAt') =>
    isAhead(before.instants[name], now) && !isAhead(after.instants[name], now);
  return [...(closes('addClosesAt') ? ['ADD' as const] : []), ...(closes('cancelClosesAt') ? ['CANCEL' as const] : [])];
}

export function instantsOf(session: SessionInstants): SessionInstants {
  return Object.fromEntries(SESSION_INSTANTS.map((name) => [name, session[name]])) as unknown as SessionInstants;
}

function isAhead(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, instant) < 0;
}

function sameInstant(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
