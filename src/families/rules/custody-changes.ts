import { isBefore, spanHolds, spansOverlap, type Temporal } from '../../kernel/civil-time.js';
import { type CustodyWeeks, weeksCollide } from './custody.js';
import type { KnownCustody } from './known-register.js';

/** A custody that a file asks for; the household is its id, or its number in the file when it is not known yet. */
export interface WantedCustody {
  readonly family: number | string;
  readonly weeks: CustodyWeeks;
}

export interface OpenedCustody extends WantedCustody {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
}

export interface CustodyChanges {
  readonly opened: readonly OpenedCustody[];
  /** Those that end the day before the import. */
  readonly closed: readonly { readonly before: KnownCustody; readonly to: Temporal.PlainDate }[];
  /** Those that began on the day of the import and are replaced as if they had never been. */
  readonly dropped: readonly KnownCustody[];
}

/**
 * What a file, which says who has the child on the day of the import, does to the custodies already known.
 * A custody that says the same stays, and so does one that stands in nobody's way. One that collides with the file
 * ends the day before the import: the past stays as it was billed. A custody begins with the school year where nothing
 * is in its way, so that the sessions since September have a household, else on the day of the import; it ends before
 * a later change that an agent has already entered.
 */
export function custodyChanges(
  known: readonly KnownCustody[],
  wanted: readonly WantedCustody[],
  { today, schoolYearStart }: { readonly today: Temporal.PlainDate; readonly schoolYearStart: Temporal.PlainDate },
): CustodyChanges {
  const live = known.filter((custody) => spanHolds(custody, today));
  const says = (custody: KnownCustody, { family, weeks }: WantedCustody) =>
    custody.familyId === family && custody.weeks === weeks;
  const kept = new Set(live.filter((custody) => wanted.some((want) => says(custody, want))));
  const replaced = new Set<KnownCustody>();
  const opened: OpenedCustody[] = [];
  const yesterday = today.subtract({ days: 1 });
  for (const want of wanted) {
    if (live.some((custody) => says(custody, want))) continue;
    const inTheWay = known.filter(
      (custody) => !kept.has(custody) && (weeksCollide(custody.weeks, want.weeks) || custody.familyId === want.family),
    );
    for (const custody of inTheWay) if (spanHolds(custody, today)) replaced.add(custody);
    const sinceSeptember = { from: schoolYearStart, to: yesterday };
    const taken = isBefore(schoolYearStart, today) && inTheWay.some((custody) => spansOverlap(custody, sinceSeptember));
    const next = inTheWay
      .map(({ from }) => from)
      .filter((from) => isBefore(today, from))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))[0];
    opened.push({ ...want, from: taken ? today : schoolYearStart, to: next ? next.subtract({ days: 1 }) : null });
  }
  return {
    opened,
    closed: [...replaced].filter(({ from }) => isBefore(from, today)).map((before) => ({ before, to: yesterday })),
    dropped: [...replaced].filter(({ from }) => !isBefore(from, today)),
  };
}
