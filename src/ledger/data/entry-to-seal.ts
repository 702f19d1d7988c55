import { Temporal } from '../../kernel/civil-time.js';
import type { EntryToSeal } from '../rules/chain.js';
import type { EntryLine } from '../rules/entry.js';
import type { SourceKind } from '../rules/posting.js';

/** The columns of the head of an entry `e`, as the chain reads them. */
export const HEAD_COLUMNS = `e.id, e.collectivite_id, e.source_kind, e.source_id, e.date, e.label, e.posted_at,
  e.opens_invoice_id, e.invoice_number, e.due_on`;

export interface HeadColumns {
  readonly id: number;
  readonly collectivite_id: number;
  readonly source_kind: SourceKind;
  readonly source_id: number;
  readonly date: string;
  readonly label: string;
  readonly posted_at: number | string;
  readonly opens_invoice_id: number | null;
  readonly invoice_number: string | null;
  readonly due_on: string | null;
}

/** What rows say, as `sealedText` takes it. */
export function entryToSeal(head: HeadColumns, lines: readonly EntryLine[]): EntryToSeal {
  const { opens_invoice_id: invoiceId, invoice_number: number, due_on: dueOn } = head;
  return {
    collectiviteId: head.collectivite_id,
    source: { kind: head.source_kind, id: head.source_id },
    date: Temporal.PlainDate.from(head.date),
    label: head.label,
    postedAt: Number(head.posted_at),
    entry: { lines },
    ...(invoiceId === null ? {} : { openItem: { invoiceId, number: number!, dueOn: Temporal.PlainDate.from(dueOn!) } }),
  };
}
