import { Temporal } from '../../kernel/civil-time.js';
import { longInstant } from '../../kernel/french.js';
import { isOpen, type OperationInstants } from '../../reglement/rules/index.js';
import type { JudgedSession } from './wish.js';

export const WAITING_STATES = [
  'WAITING',
  'OFFERED',
  'BOOKED',
  'LEFT',
  'DECLINED',
  'EXPIRED',
  'CLOSED',
  'CALLED_OFF',
] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

export interface WaitingPlace {
  readonly state: WaitingState;
  /** First instant at which an offer can no longer be accepted. */
  readonly expiresAt: Temporal.Instant | null;
}

/** Whether children may join the list and places are still offered: until the session closes for booking. */
export function listIsOpen(
  session: Pick<JudgedSession, 'addClosesAt' | 'frozenAt' | 'calledOffAt'>,
  now: Temporal.Instant,
): boolean {
  return session.calledOffAt === null && session.frozenAt === null && isOpen(now, session.addClosesAt);
}

/**
 * First instant at which an offer of now is over: after the collectivité's delay, or when the session closes, or when
 * the child can no longer be booked, whose public may have a deadline of its own. `own` is what this child goes by.
 */
export function offerExpiresAt(
  now: Temporal.Instant,
  offerHours: number,
  session: { readonly addClosesAt: Temporal.Instant },
  own: Pick<OperationInstants, 'closesAt' | 'endsAt'>,
): Temporal.Instant {
  const ownEnd = isOpen(now, own.closesAt) ? own.closesAt : own.endsAt;
  return [session.addClosesAt, ownEnd].reduce(
    (first, end) => (Temporal.Instant.compare(end, first) < 0 ? end : first),
    now.add({ hours: offerHours }),
  );
}

export function isOfferOpen({ state, expiresAt }: WaitingPlace, now: Temporal.Instant): boolean {
  return state === 'OFFERED' && expiresAt !== null && isOpen(now, expiresAt);
}

/** What an entry is by the clock: an offer that is over is over, whether a task has seen it or not. */
export function stateByClock(
  entry: WaitingPlace,
  session: Pick<JudgedSession, 'addClosesAt' | 'frozenAt' | 'calledOffAt'>,
  now: Temporal.Instant,
): WaitingState {
  if (entry.state === 'OFFERED') return isOfferOpen(entry, now) ? 'OFFERED' : 'EXPIRED';
  if (entry.state === 'WAITING') return listIsOpen(session, now) ? 'WAITING' : 'CLOSED';
  return entry.state;
}

/** « 1re », « 2e »: the place in the line. */
export function rankInFrench(rank: number): string {
  return rank === 1 ? '1re' : `${rank}e`;
}

/** « 2e sur la liste d’attente », « place proposée jusqu’au mardi 24 novembre 2026 à 9 h 00 ». */
export function waitingWords(
  place: { readonly rank: number | null; readonly expiresAt: Temporal.Instant | null },
  zone: string,
): string {
  if (place.expiresAt !== null) return `place proposée jusqu’au ${longInstant(place.expiresAt, zone)}`;
  return `${rankInFrench(place.rank ?? 1)} place de la liste d’attente`;
}
