import type { Temporal } from '../../kernel/civil-time.js';
import type { AccountKind, Imputation } from './account.js';
import type { SourceKind } from './posting.js';

/** Which lines of the ledger are looked for; what is absent is not asked. Days are the first and the last, included. */
export interface LineFilter {
  readonly from?: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
  /** Only what was sealed up to that rank: the ledger as it was then. */
  readonly upToRank?: number;
  readonly sources?: readonly SourceKind[];
  readonly account?: AccountKind;
  /** The means of payment that their entry moves, e.g. CHEQUE. */
  readonly means?: string;
  readonly prestationId?: number;
  /** Of the invoice that they are about. */
  readonly nature?: Imputation['nature'];
  /** `-` where the plan has none. */
  readonly function?: string;
  readonly familyId?: number;
  readonly invoiceId?: number;
  /** The year of the accounting day of the invoice that they are about. */
  readonly year?: number;
}

/** What money moves by: it comes in, does not hold, is given back, or its transfer comes back. */
export const COLLECTED = ['payment', 'payment-reversal', 'refund', 'refund-reversal'] as const;
export type CollectedKind = (typeof COLLECTED)[number];
