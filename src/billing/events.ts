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
