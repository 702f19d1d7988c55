import { Temporal } from '../../kernel/civil-time.js';

/** What still needs the file of a proof. */
export interface ProvedAbsence {
  readonly toDate: Temporal.PlainDate;
  readonly withdrawnAt: Temporal.Instant | null;
  /** For each booked day that it concerns, when its invoice was issued; null while it is not. */
  readonly billedAt: readonly (Temporal.Instant | null)[];
}

/** A family has two months to contest an invoice of the commune (CGCT, art. L1617-5). */
const TO_CONTEST = { months: 2 };
/** Of days that nobody ever bills here. */
const AT_MOST = { years: 1 };

/**
 * Whether the file of a proof can serve no more, and is to be erased: it tells of a child's health, and what it decided
 * is kept without it. That is two months after the last of its days was billed, or after the end of an absence that was
 * withdrawn or that no booked day is left of; a year after the absence whatever became of it.
 */
export function isProofOver(
  { toDate, withdrawnAt, billedAt }: ProvedAbsence,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): boolean {
  const local = now.toZonedDateTimeISO(zone);
  const isBeforeDay = (period: { months?: number; years?: number }) =>
    Temporal.PlainDate.compare(toDate, local.toPlainDate().subtract(period)) < 0;
  if (isBeforeDay(AT_MOST)) return true;
  if (!isBeforeDay(TO_CONTEST)) return false;
  if (withdrawnAt !== null) return true;
  const limit = local.subtract(TO_CONTEST).toInstant();
  return billedAt.every((billed) => billed !== null && Temporal.Instant.compare(billed, limit) < 0);
}
