import type { Collection } from './collection.js';

/** Series of the collection reports in the numbering of a collectivité. */
export const REPORT_SERIES = 'E';

/** What a collection report says; frozen in its row. Dates are ISO 8601. */
export interface ReportContent extends Collection {
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
