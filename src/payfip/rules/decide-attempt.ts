import { Temporal } from '../../kernel/civil-time.js';
import type { Fault, PayfipAnswer } from './answers.js';
import { type AskedPayment, differences, outcomeOf, type PaymentDetail } from './payment-detail.js';

/**
 * CREATED: written down, PayFiP not answered yet. PENDING: an operation is open, nobody knows its end. PAID: the money
 * is there. TESTED: paid in test mode, no money moved. CANCELLED: given up. REFUSED: by the bank. EXPIRED: never paid,
 * and cannot be any more. FAILED: no operation was ever opened. ANOMALY: a person must look.
 */
export const ATTEMPT_STATES = [
  'CREATED',
  'PENDING',
  'PAID',
  'TESTED',
  'CANCELLED',
  'REFUSED',
  'EXPIRED',
  'FAILED',
  'ANOMALY',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/**
 * Why a person must look: the answer is not about what was asked (DIFFERENT), its result is a code that nobody told
 * us about (UNKNOWN_RESULT), the question is refused (QUESTION_REFUSED), or nothing was answered for a day (NO_ANSWER).
 */
export const ANOMALIES = ['DIFFERENT', 'UNKNOWN_RESULT', 'QUESTION_REFUSED', 'NO_ANSWER'] as const;
export type Anomaly = (typeof ANOMALIES)[number];

export interface Attempt {
  readonly state: AttemptState;
  readonly anomaly: Anomaly | null;
  readonly createdAt: Temporal.Instant;
  readonly asked: AskedPayment;
}

export interface Verdict {
  readonly state: AttemptState;
  readonly anomaly: Anomaly | null;
  /** When to ask PayFiP again unless something comes before; null: not of our own accord. */
  readonly askAgainAt: Temporal.Instant | null;
}

/** Until then whoever gave up may still come back to the page and pay; another attempt at the same debt must wait. */
export const UNDECIDED_MINUTES = 20;
const ASKED_FOR_HOURS = 24;
const SOON = { minutes: 5 };
const LATER = { minutes: 30 };
/** An operation that was given up or refused is looked at again, in case it was paid after all. */
const TO_BE_SURE = { hours: 1 };

/**
 * What an attempt becomes with what PayFiP answers about it. A success wins over whatever was believed before, and
 * nothing undoes it; what does not match is never believed; what is not said yet is not guessed.
 */
export function decideAttempt(attempt: Attempt, answer: PayfipAnswer<PaymentDetail>, now: Temporal.Instant): Verdict {
  const { state, anomaly } = stateAfter(attempt, answer, now);
  return { state, anomaly, askAgainAt: askAgain(state, attempt.createdAt, answer, now) };
}

/** An attempt without an operation after this time has none: nobody was sent to a page. */
export function neverOpened(
  { state, createdAt }: Pick<Attempt, 'state' | 'createdAt'>,
  now: Temporal.Instant,
): boolean {
  return state === 'CREATED' && isPast(createdAt, { minutes: UNDECIDED_MINUTES }, now);
}

/** When another attempt at the same debt may begin; null when it may now. */
export function blockedUntil(
  { state, createdAt }: Pick<Attempt, 'state' | 'createdAt'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const undecided = state === 'CREATED' || state === 'PENDING';
  if (!undecided || isPast(createdAt, { minutes: UNDECIDED_MINUTES }, now)) return null;
  return createdAt.add({ minutes: UNDECIDED_MINUTES });
}

type Decided = Pick<Verdict, 'state' | 'anomaly'>;

function stateAfter(attempt: Attempt, answer: PayfipAnswer<PaymentDetail>, now: Temporal.Instant): Decided {
  const unchanged = { state: attempt.state, anomaly: attempt.anomaly };
  if (attempt.state === 'PAID' || attempt.state === 'TESTED') return unchanged;
  if (answer.kind === 'ANSWERED') return afterDetail(attempt, answer.value, now) ?? unchanged;
  if (!isOpen(attempt)) return unchanged;
  return (answer.kind === 'FAULT' ? afterFault(attempt, answer, now) : afterSilence(attempt, now)) ?? unchanged;
}

function afterDetail(attempt: Attempt, detail: PaymentDetail, now: Temporal.Instant): Decided | null {
  const outcome = outcomeOf(detail.resultrans);
  const failed = ['CANCELLED', 'REFUSED', 'EXPIRED', 'FAILED'].includes(attempt.state);
  if (outcome === 'UNKNOWN') return strange('UNKNOWN_RESULT');
  const mismatch = differences(attempt.asked, detail).length > 0;
  if (outcome === 'PAID') {
    if (mismatch) return strange('DIFFERENT');
    return { state: attempt.asked.saisie === 'T' ? 'TESTED' : 'PAID', anomaly: null };
  }
  if (failed) return null;
  if (mismatch) return strange('DIFFERENT');
  if (outcome === 'REFUSED') return { state: 'REFUSED', anomaly: null };
  return isPast(attempt.createdAt, { minutes: UNDECIDED_MINUTES }, now) ? { state: 'CANCELLED', anomaly: null } : null;
}

/** P1: no such operation, purged in the night when nobody paid. P3, P4, P5: used, too old to be opened, not known yet. */
function afterFault({ createdAt }: Attempt, { code }: Fault, now: Temporal.Instant): Decided | null {
  const over = { state: 'EXPIRED', anomaly: null } as const;
  if (code === 'P1' || code === 'P4') {
    return isPast(createdAt, { minutes: UNDECIDED_MINUTES }, now) ? over : null;
  }
  if (code === 'P3' || code === 'P5') return isPast(createdAt, { hours: ASKED_FOR_HOURS }, now) ? over : null;
  return strange('QUESTION_REFUSED');
}

function afterSilence({ createdAt }: Attempt, now: Temporal.Instant): Decided | null {
  return isPast(createdAt, { hours: ASKED_FOR_HOURS }, now) ? strange('NO_ANSWER') : null;
}

/** Undecided, and nothing was seen that speaks of money. */
function isOpen({ state, anomaly }: Attempt): boolean {
  return state === 'PENDING' || (state === 'ANOMALY' && (anomaly === 'NO_ANSWER' || anomaly === 'QUESTION_REFUSED'));
}

function askAgain(
  state: AttemptState,
  createdAt: Temporal.Instant,
  answer: PayfipAnswer<PaymentDetail>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (state === 'PENDING') {
    const soon = answer.kind !== 'UNANSWERED' && !isPast(createdAt, { hours: 1 }, now);
    return now.add(soon ? SOON : LATER);
  }
  const doubtful = state === 'CANCELLED' || state === 'REFUSED';
  return doubtful && !isPast(createdAt, { hours: ASKED_FOR_HOURS }, now) ? now.add(TO_BE_SURE) : null;
}

function strange(anomaly: Anomaly): Decided {
  return { state: 'ANOMALY', anomaly };
}

function isPast(from: Temporal.Instant, duration: Temporal.DurationLike, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from.add(duration), now) <= 0;
}
