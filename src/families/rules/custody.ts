import {
  type DateSpan,
  isBefore,
  isEvenWeek,
  spanHolds,
  spansOverlap,
  type Temporal,
} from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';

/** The weeks, by ISO 8601 number, in which a household has the child: all, « semaines paires » or « impaires ». */
export type CustodyWeeks = 'ALL' | 'EVEN' | 'ODD';

/** From Monday to Sunday of its weeks, between its dates, this household has the child and pays for the child. */
export interface CustodySpan extends DateSpan {
  readonly familyId: number;
  readonly weeks: CustodyWeeks;
}

/**
 * The household that has the child on a date, and pays. Null when none has, or when the custodies contradict each
 * other: nobody is billed on a guess. A year of 53 weeks gives two odd weeks in a row (53, then 1), as calendars do.
 */
export function familyInCharge<F>(
  custodies: readonly (DateSpan & { readonly familyId: F; readonly weeks: CustodyWeeks })[],
  date: Temporal.PlainDate,
): F | null {
  const parity = isEvenWeek(date) ? 'EVEN' : 'ODD';
  const holding = custodies.filter((span) => spanHolds(span, date) && (span.weeks === 'ALL' || span.weeks === parity));
  return holding.length === 1 ? holding[0]!.familyId : null;
}

/** Whether two households would have the child in the same week. */
export function weeksCollide(a: CustodyWeeks, b: CustodyWeeks): boolean {
  return a === 'ALL' || b === 'ALL' || a === b;
}

/**
 * What is wrong in the custodies of one child: no two may hold in the same week, and a household has one at a
 * time (even and odd weeks together are all of them). Weeks that no household has are allowed (the other household may
 * be of another commune). Fields: `custodies[i].weeks`, `custodies[i].to`.
 */
export function custodyErrors(custodies: readonly CustodySpan[]): FieldError[] {
  const errors: FieldError[] = [];
  custodies.forEach((custody, index) => {
    if (custody.to !== null && isBefore(custody.to, custody.from)) {
      errors.push({ field: `custodies[${index}].to`, message: 'La fin de la garde précède son début.' });
      return;
    }
    const earlier = custodies
      .slice(0, index)
      .find(
        (other) =>
          (other.familyId === custody.familyId || weeksCollide(other.weeks, custody.weeks)) &&
          spansOverlap(other, custody),
      );
    if (earlier) errors.push({ field: `custodies[${index}].weeks`, message: collision(earlier, custody) });
  });
  return errors;
}

function collision(earlier: CustodySpan, custody: CustodySpan): string {
  if (earlier.familyId === custody.familyId) return 'Ce foyer a déjà la garde de cet enfant à ces dates.';
  if (earlier.weeks === 'ALL') {
    return typeset(
      'Un autre foyer a déjà l’enfant toutes les semaines : indiquez semaines paires pour l’un, impaires pour l’autre.',
    );
  }
  if (custody.weeks === 'ALL') {
    return 'Un autre foyer a déjà l’enfant une semaine sur deux : ce foyer ne peut pas l’avoir toutes les semaines.';
  }
  return `Un autre foyer a déjà l’enfant les semaines ${custody.weeks === 'EVEN' ? 'paires' : 'impaires'}.`;
}
