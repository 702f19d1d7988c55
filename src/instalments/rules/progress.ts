import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { Instalment } from './plan.js';

export const INSTALMENT_STATES = ['PAID', 'PARTLY_PAID', 'TO_COME', 'LATE'] as const;
/** LATE: its day is over and something of it is still due. The day itself is not late. */
export type InstalmentState = (typeof INSTALMENT_STATES)[number];

export interface FilledInstalment extends Instalment {
  readonly paidCents: Cents;
  readonly state: InstalmentState;
}

/** Where a plan stands: nothing of it is stored, so it says what the ledger says. */
export interface PlanProgress {
  readonly instalments: readonly FilledInstalment[];
  readonly paidCents: Cents;
  readonly openCents: Cents;
  /** What of it is late. */
  readonly lateCents: Cents;
  /** The day of the first instalment that is not filled, over or to come; null once all is paid. */
  readonly nextDueOn: Temporal.PlainDate | null;
}

/**
 * Fills instalments, in the order of their dates, with what was settled of the invoices of the plan since it was
 * agreed: `openCents` is what remains due of them. A payment that is taken back empties them again, the last first.
 */
export function progressOf(
  instalments: readonly Instalment[],
  openCents: Cents,
  today: Temporal.PlainDate,
): PlanProgress {
  const paidCents = Math.max(0, sumCents(instalments.map(({ cents }) => cents)) - openCents);
  let left = paidCents;
  const filled = instalments.map((instalment): FilledInstalment => {
    const share = Math.min(left, instalment.cents);
    left -= share;
    return { ...instalment, paidCents: share, state: stateOf(instalment, share, today) };
  });
  const late = filled.filter(({ state }) => state === 'LATE');
  return {
    instalments: filled,
    paidCents,
    openCents,
    lateCents: sumCents(late.map(({ cents, paidCents: paid }) => cents - paid)),
    nextDueOn: filled.find(({ state }) => state !== 'PAID')?.dueOn ?? null,
  };
}

/** Days since an instalment that is not filled, the oldest; zero or less when none is late. */
export function daysLate({ nextDueOn }: PlanProgress, today: Temporal.PlainDate): number {
  return nextDueOn === null ? 0 : nextDueOn.until(today, { largestUnit: 'days' }).days;
}

function stateOf({ cents, dueOn }: Instalment, paid: Cents, today: Temporal.PlainDate): InstalmentState {
  if (paid >= cents) return 'PAID';
  if (isBefore(dueOn, today)) return 'LATE';
  return paid > 0 ? 'PARTLY_PAID' : 'TO_COME';
}
