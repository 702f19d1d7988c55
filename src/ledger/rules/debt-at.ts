import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { DebtKind, Imputation } from './account.js';
import type { OpenItemAt } from './open-item.js';

/** Which debts are looked for; what is absent is not asked. */
export interface DebtFilter {
  readonly debt?: DebtKind;
  readonly prestationId?: number;
  readonly familyId?: number;
  /** Under which the prestation was invoiced; `-` for no function. */
  readonly nature?: string;
  readonly function?: string;
  /** The year of the invoice's accounting day. */
  readonly year?: number;
}

/**
 * What remained due of an invoice in one channel at the end of a day. `invoicedCents` is what was asked for there: what
 * went to the other channel is not in it, what came back from it is.
 */
export interface DebtAt extends OpenItemAt {
  readonly debt: DebtKind;
  /** What of `settledCents` was given up. */
  readonly writtenOffCents: Cents;
}

/** What remained due of one prestation, of the invoices of one year, in one channel. */
export interface ProductDebt {
  readonly year: number;
  readonly debt: DebtKind;
  readonly prestationId: number;
  readonly imputation: Imputation;
  readonly invoices: number;
  readonly cents: Cents;
}

/** The debts of a day, read on one picture of the ledger three times: by invoice, by product, and as a whole. */
export interface DebtsRead {
  readonly at: Temporal.PlainDate;
  readonly items: readonly DebtAt[];
  readonly byProduct: readonly ProductDebt[];
  readonly balanceCents: Cents;
}
