import type { Cents } from '../../kernel/money.js';
import type { Imputation } from './account.js';

/** What came in by one means. */
export interface MeansReceipts {
  /** Code of the means, e.g. CHEQUE. */
  readonly means: string;
  readonly cents: Cents;
  /** Number of entries. */
  readonly operations: number;
}

/** What came in by one means for one prestation, under the imputation of the invoices that it settled. */
export interface PrestationReceipts extends MeansReceipts {
  readonly prestationId: number;
  readonly imputation: Imputation;
}

export interface ReceiptTotals {
  /** Read from what the families were credited. */
  readonly byPrestation: readonly PrestationReceipts[];
  /** Read from the accounts of the means: the same money, seen from the till. */
  readonly byMeans: readonly MeansReceipts[];
}
