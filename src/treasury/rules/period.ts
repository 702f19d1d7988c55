import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { longDate, plainDate } from '../../kernel/french.js';
import { treasuryProblems } from '../problems.js';

/** « du 1er novembre 2026 au 30 novembre 2026 »; days as such, or as ISO 8601. */
export function periodInFrench({ from, to }: { readonly from: DayLike; readonly to: DayLike }): string {
  return `du ${plainDate(Temporal.PlainDate.from(from))} au ${plainDate(Temporal.PlainDate.from(to))}`;
}

/** Throws COLLECTION_REPORT_PERIOD_REFUSED when the last day comes before the first. */
export function refuseUpsideDown(from: Temporal.PlainDate, to: Temporal.PlainDate): void {
  if (!isBefore(to, from)) return;
  throw treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED(
    `La période commence le ${longDate(from)} et finirait avant, le ${longDate(to)}. Inversez les dates.`,
    { errors: [{ field: 'to', message: 'Au plus tôt le premier jour de la période.' }] },
  );
}

type DayLike = string | Temporal.PlainDate;
