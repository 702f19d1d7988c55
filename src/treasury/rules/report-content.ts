import type { Cents } from '../../kernel/money.js';
import type { RefundsTold } from '../../payments/rules/index.js';
import type { Collection } from './collection.js';

/** Series of the collection reports in the numbering of a collectivité. */
export const REPORT_SERIES = 'E';

/** Parts that reports made before they existed do not have. */
type LaterParts = 'heldCents' | 'accounts' | 'credits';

/** What was received and did not hold, taken off the receipts. */
export interface ReportDeduction {
  readonly number: string;
  readonly receiptNumber: string;
  readonly reason: string;
  readonly meansLabel: string;
  readonly on: string;
  readonly cents: Cents;
}

/** What a collection report says; frozen in its row. Dates are ISO 8601. */
export interface ReportContent extends Omit<Collection, LaterParts>, Partial<Pick<Collection, LaterParts>> {
  /** (C) In the order of their papers; absent in the reports of before. */
  readonly deductions?: readonly ReportDeduction[];
  /** (C) What was given back to families of their credits, by list and day; absent in the reports of before. */
  readonly refunds?: readonly RefundsTold[];
  /** The rank of the last entry that it was made of, in the chain of seals; absent in the reports of before. */
  readonly chainRank?: number;
  /** What the Trésorerie gave to the collectivité; absent until it is entered. */
  readonly treasury?: {
    readonly codique: string;
    readonly collectiviteCode: string;
    readonly budgetCode: string;
    readonly regieNumber: string | null;
  };
  readonly collectivite: {
    readonly name: string;
    readonly siret: string | null;
    readonly addressLines: readonly string[];
    readonly phone: string;
    readonly email: string;
  };
  readonly regie: string | null;
  readonly regisseur: string | null;
  readonly from: string;
  readonly to: string;
  /** First and last quittance of the period; null when there is none. */
  readonly firstReceipt: string | null;
  readonly lastReceipt: string | null;
}

/** `E-2026-0012`. */
export function formatReportNumber(year: number, n: number): string {
  return `${REPORT_SERIES}-${year}-${String(n).padStart(4, '0')}`;
}
