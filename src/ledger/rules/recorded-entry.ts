import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { EntryLine } from './entry.js';
import type { Source } from './posting.js';

/** An entry as it is in the ledger, found by some of its lines. */
export interface RecordedEntry {
  readonly entryId: number;
  /** Its place in the chain of seals. */
  readonly rank: number;
  readonly date: Temporal.PlainDate;
  readonly source: Source;
  readonly label: string;
  readonly postedAt: Temporal.Instant;
  /** All of its lines, in the order of posting; `asked` are those that were looked for. */
  readonly lines: readonly (EntryLine & { readonly asked: boolean })[];
  /** What the lines that were looked for make. */
  readonly cents: Cents;
}
