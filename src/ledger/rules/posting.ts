import type { Temporal } from '../../kernel/civil-time.js';
import type { Entry, EntryLine } from './entry.js';

/** What an entry records; with its id, it is in the ledger once. */
export const SOURCE_KINDS = [
  'invoice',
  'credit-note',
  'payment',
  /** A payment that did not hold: the id is that of its reversal. */
  'payment-reversal',
  'credit-use',
  'credit-use-reversal',
  'refund',
  'refund-reversal',
  'write-off',
  'write-off-reversal',
  /** Money handed over to the Trésorerie. */
  'remittance',
  /** A bordereau that was taken back before the comptable received it. */
  'remittance-reversal',
  /** Debts that the comptable takes over, refuses, is paid for. */
  'claim',
  'claim-return',
  'claim-payment',
  'claim-payment-reversal',
  /** What the comptable gives up, as his file tells it; a decision of the collectivité is a `write-off`. */
  'claim-write-off',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Source {
  readonly kind: SourceKind;
  readonly id: number;
}

/** The debt that an invoice's entry opens, with what is needed to ask for it. */
export interface OpenItem {
  readonly invoiceId: number;
  /** As printed, e.g. 2026-000123. */
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
}

export interface Posting {
  readonly collectiviteId: number;
  readonly source: Source;
  /** The day for which it counts. */
  readonly date: Temporal.PlainDate;
  /** For those who read the ledger: no name of a person. 160 characters at most. */
  readonly label: string;
  readonly entry: Entry;
  readonly openItem?: OpenItem;
}

/** Whether two postings say the same: day, debt and lines, these in any order. */
export function samePosting(
  a: Pick<Posting, 'date' | 'entry' | 'openItem'>,
  b: Pick<Posting, 'date' | 'entry' | 'openItem'>,
): boolean {
  return a.date.equals(b.date) && debtOf(a.openItem) === debtOf(b.openItem) && linesOf(a.entry) === linesOf(b.entry);
}

function debtOf(item: OpenItem | undefined): string {
  return item ? `${item.invoiceId} ${item.number} ${item.dueOn.toString()}` : '';
}

function linesOf(entry: Entry): string {
  return entry.lines.map(textOf).sort().join('\n');
}

function textOf({ account, cents, familyId, invoiceId, prestationId }: EntryLine): string {
  return [account, cents, familyId ?? '', invoiceId ?? '', prestationId ?? ''].join(' ');
}
