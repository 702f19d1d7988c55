import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { SequenceType } from '../../sepa/rules/index.js';

/** As the row keeps it. SUSPENDED: a debit came back for a reason that the next would meet as well. */
export const MANDATE_STATES = ['ACTIVE', 'SUSPENDED', 'REVOKED', 'REPLACED'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];
/** As it stands on a day: LAPSED is decided by the calendar. */
export type MandateStanding = MandateState | 'LAPSED';

/** A mandate that has not served for 36 months lapses, counted from its signature when it never did (Core rulebook, 4.1). */
export const MONTHS_UNUSED = 36;

export interface MandateDates {
  readonly state: MandateState;
  readonly signedOn: Temporal.PlainDate;
  readonly lastUsedOn: Temporal.PlainDate | null;
}

export function standingOn({ state, signedOn, lastUsedOn }: MandateDates, date: Temporal.PlainDate): MandateStanding {
  const isLiving = state === 'ACTIVE' || state === 'SUSPENDED';
  const last = (lastUsedOn ?? signedOn).add({ months: MONTHS_UNUSED });
  return isLiving && isBefore(last, date) ? 'LAPSED' : state;
}

/** The type of its next debit, by the habit of the collectivité. */
export function nextSequence(lastUsedOn: Temporal.PlainDate | null, habit: SequenceType): SequenceType {
  return lastUsedOn === null ? habit : 'RCUR';
}
