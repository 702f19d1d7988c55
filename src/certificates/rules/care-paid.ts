import { Temporal } from '../../kernel/civil-time.js';
import type { CareParts } from '../../billing/rules/index.js';
import { type Cents, splitByWeight } from '../../kernel/money.js';

/** What was charged to one child on an invoice for one prestation, less what credit notes took back until then. */
export interface ChildCare {
  readonly childId: number;
  /** When the year began. */
  readonly before: CareParts;
  /** When it ended. */
  readonly after: CareParts;
}

/** What was paid of a child's charges in a year. */
export interface CarePaid {
  readonly childId: number;
  readonly careCents: Cents;
  readonly unknownCents: Cents;
}

/**
 * Shares what was paid of an invoice for one prestation between its children, and between the care and the rest, in
 * proportion to what was charged, by largest remainder: once all is paid, each part is exactly what was charged, less
 * what was taken back.
 * `before` is what had been paid when the year began, `after` when it ended: a payment in two years counts once.
 */
export function carePaid(
  children: readonly ChildCare[],
  { before, after }: { readonly before: Cents; readonly after: Cents },
): CarePaid[] {
  const then = shared(
    before,
    children.map((child) => child.before),
  );
  const now = shared(
    after,
    children.map((child) => child.after),
  );
  return children.map(({ childId }, index) => ({
    childId,
    careCents: now[3 * index]! - then[3 * index]!,
    unknownCents: now[3 * index + 2]! - then[3 * index + 2]!,
  }));
}

function shared(cents: Cents, parts: readonly CareParts[]): Cents[] {
  const weights = parts.flatMap(({ careCents, otherCents, unknownCents }) => [careCents, otherCents, unknownCents]);
  return weights.some((weight) => weight > 0) ? splitByWeight(cents, weights) : weights;
}

/**
 * Whose care opens the tax credit: under six on 1 January of the tax year (CGI, art. 200 quater B), which the tax
 * administration reads as born on or after 1 January six years before it.
 */
export function careCounts(birthDate: Temporal.PlainDate, taxYear: number): boolean {
  const first = Temporal.PlainDate.from({ year: taxYear - 6, month: 1, day: 1 });
  return Temporal.PlainDate.compare(birthDate, first) >= 0;
}
