import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';

export const SETTLEMENTS = ['WAITING', 'PARTLY_PAID', 'LATE', 'AT_TREASURY', 'SETTLED'] as const;
/**
 * LATE: something is still due after the due date, whether a part was paid or not. AT_TREASURY: the comptable collects it, or
 * the rest of it; what is due again here (a cheque that bounced) is not asked for before he is paid.
 */
export type Settlement = (typeof SETTLEMENTS)[number];

/** Where an issued invoice stands, from what the ledger says is still due. */
export function settlementOf(
  invoice: {
    readonly totalCents: Cents;
    /** What credit notes took back of it. */
    readonly creditedCents: Cents;
    readonly dueOn: Temporal.PlainDate;
    /** Whether something of it is due to the comptable. */
    readonly atTreasury: boolean;
  },
  openCents: Cents,
  today: Temporal.PlainDate,
): Settlement {
  if (invoice.atTreasury) return 'AT_TREASURY';
  if (openCents <= 0) return 'SETTLED';
  if (isBefore(invoice.dueOn, today)) return 'LATE';
  return openCents < invoice.totalCents - invoice.creditedCents ? 'PARTLY_PAID' : 'WAITING';
}
