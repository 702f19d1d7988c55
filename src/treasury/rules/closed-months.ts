import { dateIn, Temporal } from '../../kernel/civil-time.js';

/** A payment that began before midnight is committed a moment after it. */
const GRACE = { minutes: 15 };

/**
 * The months whose collection report is due, oldest first: those that are over on the wall clock of `zone`, after
 * `lastMade`, or from the month of `since` when none was ever made.
 */
export function monthsDue(
  { since, lastMade, zone }: { since: Temporal.Instant; lastMade: Temporal.PlainYearMonth | null; zone: string },
  now: Temporal.Instant,
): Temporal.PlainYearMonth[] {
  const current = dateIn(zone, now.subtract(GRACE)).toPlainYearMonth();
  const first = lastMade ? lastMade.add({ months: 1 }) : dateIn(zone, since).toPlainYearMonth();
  const due: Temporal.PlainYearMonth[] = [];
  for (let month = first; Temporal.PlainYearMonth.compare(month, current) < 0; month = month.add({ months: 1 })) {
    due.push(month);
  }
  return due;
}
