import { Temporal } from '../../kernel/civil-time.js';

/** A day of a child in a prestation, by what it is ordered by. */
export interface OrderedDay {
  readonly date: Temporal.PlainDate;
  readonly childId: number;
  readonly birthDate: Temporal.PlainDate;
  readonly prestationName: string;
}

const NAMES = new Intl.Collator('fr');

/** By date, then as in the foyer and its planning: children from the eldest, prestations by name. */
export function byDay(one: OrderedDay, other: OrderedDay): number {
  return (
    Temporal.PlainDate.compare(one.date, other.date) ||
    asInFoyer(one, other) ||
    NAMES.compare(one.prestationName, other.prestationName)
  );
}

/** The eldest child first. */
export function asInFoyer(
  one: Pick<OrderedDay, 'childId' | 'birthDate'>,
  other: Pick<OrderedDay, 'childId' | 'birthDate'>,
): number {
  return Temporal.PlainDate.compare(one.birthDate, other.birthDate) || one.childId - other.childId;
}
