import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';

export const SETTLEMENTS = ['WAITING', 'PARTLY_PAID', 'LATE', 'SETTLED'] as const;
/** LATE: something is still due after the due date, whether a part was paid or not. */
export type Settlement = (typeof SETTLEMENTS)[number];

/** Where an issued invoice stands, from what the ledger says is still due. */
export function settlementOf(
  invoice: {
    readonly totalCents: Cents;
    /** What credit notes took back of it. */
    readonly creditedCents: Cents;
    readonly dueOn: Temporal.PlainDate;
  },
  openCents: Cents,
  today: Temporal.PlainDate,
): Settlement {
  if (openCents <= 0) return 'SETTLED';
  if (isBefore(invoice.dueOn, today)) return 'LATE';
  return openCents < invoice.totalCents - invoice.creditedCents ? 'PARTLY_PAID' : 'WAITING';
}
