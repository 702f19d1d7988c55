import { type DateSpan, isBefore, spanHolds, spansOverlap, type Temporal } from '../../kernel/civil-time.js';
import { plainDate } from '../../kernel/french.js';

/** A dated version as a row keeps it; both dates included, null without end. */
export interface DatedVersion {
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate | null;
}

/** The version in force on a date; versions of one subject never overlap, so there is at most one. */
export function versionOn<Version extends DatedVersion>(
  versions: readonly Version[],
  date: Temporal.PlainDate,
): Version | null {
  return versions.find((version) => spanHolds(spanOf(version), date)) ?? null;
}

/** What a new version does to those that exist. */
export type VersionPlacement<Version> =
  | { readonly fits: true; readonly closes: Version | null; readonly on: Temporal.PlainDate | null }
  | { readonly fits: false; readonly overlaps: Version };

/**
 * Whether a new version fits between those that exist. With `replacePrevious`, a new version without end takes
 * the place of an earlier one without end, which then ends the day before; nothing else is ever shortened.
 */
export function placeVersion<Version extends DatedVersion>(
  existing: readonly Version[],
  span: DateSpan,
  replacePrevious: boolean,
): VersionPlacement<Version> {
  const overlapping = existing
    .filter((version) => spansOverlap(spanOf(version), span))
    .sort((a, b) => (isBefore(a.fromDate, b.fromDate) ? -1 : 1));
  const [first, second] = overlapping;
  if (!first) return { fits: true, closes: null, on: null };
  const replaceable =
    replacePrevious && span.to === null && first.toDate === null && isBefore(first.fromDate, span.from);
  if (replaceable && !second) return { fits: true, closes: first, on: span.from.subtract({ days: 1 }) };
  return { fits: false, overlaps: first };
}

export function spanOf({ fromDate, toDate }: DatedVersion): DateSpan {
  return { from: fromDate, to: toDate };
}

/** « du 1er septembre 2026 au 31 août 2027 », « à partir du 1er septembre 2027 ». */
export function datesInFrench({ fromDate, toDate }: DatedVersion): string {
  return toDate === null ? `à partir du ${plainDate(fromDate)}` : `du ${plainDate(fromDate)} au ${plainDate(toDate)}`;
}
