import { Temporal } from '../../kernel/civil-time.js';

/** A day of a child in a prestation, by what it is ordered by. */
export interface OrderedDay {
  readonly date: Temporal.PlainDate;
  readonly childId: number;
  readonly prestationName: string;
}

const NAMES = new Intl.Collator('fr');

type BirthDateOf = (childId: number) => Temporal.PlainDate;

/** By date, then as in the foyer and its planning: children from the eldest, prestations by name. */
export function byDay(birthDateOf: BirthDateOf): (one: OrderedDay, other: OrderedDay) => number {
  const inFoyer = asInFoyer(birthDateOf);
  return (one, other) =>
    Temporal.PlainDate.compare(one.date, other.date) ||
    inFoyer(one.childId, other.childId) ||
    NAMES.compare(one.prestationName, other.prestationName);
}

/** Of two children, by their ids, the eldest first. */
export function asInFoyer(birthDateOf: BirthDateOf): (one: number, other: number) => number {
  return (one, other) => Temporal.PlainDate.compare(birthDateOf(one), birthDateOf(other)) || one - other;
}
