import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { Imputation } from './account.js';
import type { CollectedKind } from './line-filter.js';

/** What of a movement of money is about one prestation, or (null) about what is held for the family. */
export interface CollectedPart {
  readonly prestationId: number | null;
  readonly imputation: Imputation | null;
  /** Less than zero: it went back. */
  readonly cents: Cents;
}

/** Money that came in or went back, as the ledger tells it. */
export interface CollectedEntry {
  readonly entryId: number;
  readonly date: Temporal.PlainDate;
  readonly source: { readonly kind: CollectedKind; readonly id: number };
  readonly familyId: number;
  /** Code of the means, e.g. CHEQUE. */
  readonly means: string;
  /** Those that were looked for, in the order of their posting; never none. */
  readonly parts: readonly CollectedPart[];
  /** What they make. */
  readonly cents: Cents;
}

/** What one means brought on one day. */
export interface CollectedDay {
  readonly date: Temporal.PlainDate;
  readonly means: string;
  /** Number of payments. */
  readonly operations: number;
  readonly cents: Cents;
}
