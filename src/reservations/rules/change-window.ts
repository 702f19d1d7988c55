import type { Temporal } from '../../kernel/civil-time.js';
import { type Counter, effectAt, type OperationInstants } from '../../reglement/rules/index.js';
import type { LateBooking } from './late-booking.js';
import type { JudgedSession } from './wish.js';

/** What exchanging a day for another, or changing its menu, meets now. */
export type ChangeOutcome =
  | { readonly type: 'ACCEPTED'; readonly late: LateBooking | null }
  | {
      readonly type: 'REFUSED';
      /** Whether the policy lets the family ask the mairie. */
      readonly ask: boolean;
      /** The number to call, where the policy leaves only that. */
      readonly phone: string | null;
    };

const CLOSED = { type: 'REFUSED', ask: false, phone: null } as const;

/**
 * Nothing changes on a day that the mairie called off, nor once the kitchen has its list; between the deadline and
 * that, the policy decides. `lateSoFar` counts the late bookings that are in the period of a counter already.
 */
export function changeOutcome(
  { calledOffAt, frozenAt }: Pick<JudgedSession, 'calledOffAt' | 'frozenAt'>,
  window: OperationInstants,
  now: Temporal.Instant,
  lateSoFar?: (counter: Counter) => number,
): ChangeOutcome {
  if (calledOffAt !== null || frozenAt !== null) return CLOSED;
  const outcome = effectAt(window, now, lateSoFar);
  if (outcome.type === 'IN_TIME') return { type: 'ACCEPTED', late: null };
  if (outcome.type === 'GRACE') return { type: 'ACCEPTED', late: { applies: false, effect: outcome.effect } };
  if (outcome.type !== 'LATE') return CLOSED;
  const { effect } = outcome;
  switch (effect.type) {
    case 'SURCHARGE':
      return { type: 'ACCEPTED', late: { applies: true, effect } };
    case 'REQUEST_TO_AGENT':
      return { ...CLOSED, ask: true };
    case 'PHONE_ONLY':
      return { ...CLOSED, phone: effect.number };
    case 'BILL_FULL':
    case 'CREDIT':
      return CLOSED;
  }
}
