import type { Temporal } from '../../kernel/civil-time.js';
import { type Counter, effectAt, type OperationInstants } from '../../reglement/rules/index.js';
import type { JudgedSession } from './wish.js';

/** What is owed for a booking that is given up after its deadline: the whole day, or nothing all the same. */
export type LateCancellation = 'BILL_FULL' | 'CREDIT';

/** What giving a booking up meets now. */
export type CancelOutcome =
  | { readonly type: 'FREE' }
  | { readonly type: 'LATE'; readonly effect: LateCancellation }
  | {
      readonly type: 'REFUSED';
      readonly code: 'CANCELLATION_CLOSED' | 'ASK_THE_MAIRIE';
      readonly phone: string | null;
    };

const CLOSED = { type: 'REFUSED', code: 'CANCELLATION_CLOSED', phone: null } as const;

/**
 * A session that the mairie called off is given up at any time; nothing moves once the kitchen has its list; between
 * the deadline and that, the policy decides. `lateSoFar` counts the late cancellations that are in the period of a
 * counter already.
 */
export function cancelOutcome(
  session: Pick<JudgedSession, 'calledOffAt' | 'frozenAt'>,
  window: OperationInstants,
  now: Temporal.Instant,
  lateSoFar?: (counter: Counter) => number,
): CancelOutcome {
  if (session.calledOffAt !== null) return { type: 'FREE' };
  if (session.frozenAt !== null) return CLOSED;
  const outcome = effectAt(window, now, lateSoFar);
  if (outcome.type === 'IN_TIME') return { type: 'FREE' };
  if (outcome.type === 'GRACE') return { type: 'LATE', effect: 'CREDIT' };
  if (outcome.type !== 'LATE') return CLOSED;
  const { effect } = outcome;
  switch (effect.type) {
    case 'BILL_FULL':
    case 'CREDIT':
      return { type: 'LATE', effect: effect.type };
    case 'REQUEST_TO_AGENT':
      return { ...CLOSED, code: 'ASK_THE_MAIRIE' };
    case 'PHONE_ONLY':
      return { ...CLOSED, phone: effect.number };
    case 'SURCHARGE':
      return CLOSED;
  }
}
