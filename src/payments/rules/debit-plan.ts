import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { announcedByInvoice, debitDateOf } from '../../mandates/rules/index.js';

/** An invoice that is not settled, of a family with a mandate that can serve. */
export interface DebitCandidate {
  readonly invoiceId: number;
  readonly familyId: number;
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly openCents: Cents;
  /** When the mandate was signed. */
  readonly signedOn: Temporal.PlainDate;
}

/**
 * Why a due invoice stays out of a file: in another one already, being paid online, paid in several times as agreed with
 * the family, told too late for the day, or left out by the régisseur (a contest).
 */
export type LeftOutReason = 'DEBIT_UNDER_WAY' | 'ONLINE_UNDER_WAY' | 'UNDER_PLAN' | 'TOLD_TOO_LATE' | 'LEFT_OUT';

export interface LeftOut {
  readonly candidate: DebitCandidate;
  readonly reason: LeftOutReason;
  /** First day on which it could be debited; null when that is not a matter of days. */
  readonly from: Temporal.PlainDate | null;
}

export interface DebitPlan {
  readonly taken: readonly DebitCandidate[];
  readonly leftOut: readonly LeftOut[];
}

export interface DebitDay {
  readonly today: Temporal.PlainDate;
  readonly collectedOn: Temporal.PlainDate;
  readonly noticeDays: number;
  /** Invoices in a debit that is not decided. */
  readonly debited: ReadonlySet<number>;
  /** Invoices that are being paid online. */
  readonly online: ReadonlySet<number>;
  /** Invoices that a plan pays in several times. */
  readonly planned: ReadonlySet<number>;
  /** Invoices that the régisseur takes out. */
  readonly leaveOut: ReadonlySet<number>;
}

/** What a file for one day takes: what is due by then, and was told early enough. Invoices due later are not named. */
export function planDebits(candidates: readonly DebitCandidate[], day: DebitDay): DebitPlan {
  const due = candidates.filter(({ dueOn, openCents }) => openCents > 0 && !isBefore(day.collectedOn, dueOn));
  const judged = due.map((candidate) => ({ candidate, ...verdict(candidate, day) }));
  return {
    taken: judged.filter(({ reason }) => reason === null).map(({ candidate }) => candidate),
    leftOut: judged.flatMap(({ candidate, reason, from }) => (reason === null ? [] : [{ candidate, reason, from }])),
  };
}

function verdict(
  candidate: DebitCandidate,
  { today, collectedOn, noticeDays, debited, online, planned, leaveOut }: DebitDay,
): { readonly reason: LeftOutReason | null; readonly from: Temporal.PlainDate | null } {
  const { invoiceId, issuedOn, dueOn, signedOn } = candidate;
  if (debited.has(invoiceId)) return { reason: 'DEBIT_UNDER_WAY', from: null };
  if (online.has(invoiceId)) return { reason: 'ONLINE_UNDER_WAY', from: null };
  if (planned.has(invoiceId)) return { reason: 'UNDER_PLAN', from: null };
  if (leaveOut.has(invoiceId)) return { reason: 'LEFT_OUT', from: null };
  // A family whose invoice said nothing of a debit is told by the mail that leaves with the file.
  const told = announcedByInvoice(signedOn, issuedOn) ? issuedOn : today;
  const from = debitDateOf({ issuedOn: told, dueOn }, noticeDays);
  return isBefore(collectedOn, from) ? { reason: 'TOLD_TOO_LATE', from } : { reason: null, from };
}
