import { eventKind } from '../platform/outbox/outbox.js';

/** An invoice has its number, is in the ledger and will not change. */
export const invoiceIssued = eventKind<{
  readonly collectiviteId: number;
  readonly invoiceId: number;
  readonly familyId: number;
  /** As printed, e.g. F-2026-000123. */
  readonly number: string;
  readonly totalCents: number;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
}>('billing.invoice-issued');

/** A credit note has its number and is in the ledger. */
export const creditNoteIssued = eventKind<{
  readonly collectiviteId: number;
  readonly creditNoteId: number;
  readonly invoiceId: number;
  readonly familyId: number;
  /** As printed, e.g. A-2026-000001. */
  readonly number: string;
  readonly totalCents: number;
  /** What it lowers of what was still due; the rest is a credit of the family. */
  readonly loweredCents: number;
}>('billing.credit-note-issued');
