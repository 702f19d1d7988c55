import type { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import type { InvoiceIssuer, InvoicePayer } from './invoice-snapshot.js';

/** What a credit note said on the day it was issued. Stored as JSON: dates are YYYY-MM-DD, instants ISO 8601. */
export interface CreditNoteSnapshot {
  readonly number: string;
  readonly issuedAt: string;
  readonly issuedOn: string;
  /** The invoice that it takes back from, as it stays. */
  readonly invoice: { readonly number: string; readonly issuedOn: string; readonly totalCents: Cents };
  /** « Erreur de pointage ». */
  readonly reason: string;
  readonly collectivite: InvoiceIssuer;
  readonly payer: InvoicePayer;
  readonly children: readonly CreditedChild[];
  readonly totalCents: Cents;
  /** What was still due and no longer is. */
  readonly loweredCents: Cents;
  /** What had been paid: the collectivité holds it for the family. */
  readonly heldCents: Cents;
  /** What remains due of the invoice afterwards. */
  readonly stillDueCents: Cents;
}

export interface CreditedChild {
  readonly childId: number;
  readonly name: string;
  readonly lines: readonly CreditedLine[];
}

export interface CreditedLine {
  readonly date: string;
  /** « Cantine, jeudi 26 novembre 2026 », as the invoice says it. */
  readonly label: string;
  readonly billedCents: Cents;
  readonly cents: Cents;
}

/** A line of a credit note with the words of its charge. */
export interface LineToShow {
  readonly childId: number;
  readonly childName: string;
  readonly date: Temporal.PlainDate;
  readonly label: string;
  readonly billedCents: Cents;
  readonly cents: Cents;
}

export function creditedChildren(lines: readonly LineToShow[]): CreditedChild[] {
  return [...groupedBy(lines, ({ childId }) => childId)].map(([childId, ofChild]) => ({
    childId,
    name: ofChild[0]!.childName,
    lines: ofChild.map(({ date, label, billedCents, cents }) => ({ date: date.toString(), label, billedCents, cents })),
  }));
}
