import type { Cents } from '../../kernel/money.js';
import type { Imputation } from './account.js';

/** What came in by one means. */
export interface MeansReceipts {
  /** Code of the means, e.g. CHEQUE. */
  readonly means: string;
  readonly cents: Cents;
  /** Number of payments; those that did not hold lower the amount, and are counted as payments all the same. */
  readonly operations: number;
}

/** What came in by one means for one prestation, under the imputation of the invoices that it settled. */
export interface PrestationReceipts extends MeansReceipts {
  readonly prestationId: number;
  readonly imputation: Imputation;
}

/** What of the money that came in by one means settled nothing, and is held for families. */
export interface HeldReceipts {
  readonly means: string;
  readonly cents: Cents;
}

/** The account of one means over a period: `opening` and what moved it make `closing`. Money that goes is negative. */
export interface MeansAccount {
  readonly means: string;
  readonly openingCents: Cents;
  readonly receivedCents: Cents;
  /** Payments that did not hold. */
  readonly reversedCents: Cents;
  readonly refundedCents: Cents;
  readonly handedOverCents: Cents;
  readonly closingCents: Cents;
}

/** What the collectivité holds for families over a period. What is used or given back is negative. */
export interface CreditAccount {
  readonly openingCents: Cents;
  /** By payments, less those that did not hold. */
  readonly receivedCents: Cents;
  readonly creditNotesCents: Cents;
  readonly usedCents: Cents;
  readonly refundedCents: Cents;
  readonly closingCents: Cents;
}

export interface ReceiptTotals {
  /** Read from what the families were credited. */
  readonly byPrestation: readonly PrestationReceipts[];
  /** Read from the accounts of the means: the same money, seen from the till. */
  readonly byMeans: readonly MeansReceipts[];
  /** Read from what is held for families. */
  readonly held: readonly HeldReceipts[];
  readonly accounts: readonly MeansAccount[];
  readonly credits: CreditAccount;
}
