import { isBefore, type Temporal } from '../../kernel/civil-time.js';

export interface ReservedDay {
  readonly date: Temporal.PlainDate;
  readonly childId: number;
  readonly familyId: number;
}

/** An exchange of days between two foyers, as one of them sees it. */
export interface SeenSwap {
  readonly confirmed: boolean;
  readonly childId: number;
  readonly familyId: number;
  readonly otherFamilyId: number;
  readonly days: readonly { readonly date: Temporal.PlainDate; readonly withYou: boolean }[];
}

export interface LeftReserved {
  /** The day of each reservation of this foyer on the days that it gives, in order. */
  readonly own: readonly Temporal.PlainDate[];
  /** Days that came to this foyer and that the other one still has reserved, in order, each once: never what, nor how much. */
  readonly byOther: readonly Temporal.PlainDate[];
}

/**
 * What stays reserved by the foyer that no longer has the child: an exchange moves no reservation. Days gone by no longer
 * matter; what the other foyer has is told only once the days are this one's.
 */
export function leftReserved(
  { confirmed, childId, familyId, otherFamilyId, days }: SeenSwap,
  reserved: readonly ReservedDay[],
  today: Temporal.PlainDate,
): LeftReserved {
  const heldBy = (id: number, date: Temporal.PlainDate) =>
    reserved.filter((one) => one.childId === childId && one.familyId === id && one.date.equals(date)).length;
  const coming = days.filter(({ date }) => !isBefore(date, today));
  return {
    own: coming.flatMap(({ date, withYou }) =>
      withYou ? [] : Array.from({ length: heldBy(familyId, date) }, () => date),
    ),
    byOther: confirmed
      ? coming.filter(({ date, withYou }) => withYou && heldBy(otherFamilyId, date) > 0).map(({ date }) => date)
      : [],
  };
}
