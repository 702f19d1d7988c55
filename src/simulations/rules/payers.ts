import type { Temporal } from '../../kernel/civil-time.js';
import { type Days, firstDay, NO_DAYS, withoutFirst } from './days.js';
import { type ChildMonth, knownOn, type MonthOfService } from './month.js';

/** The foyer that has a child on a date; null when it cannot be told. */
export type FamilyOn = (childId: number, date: Temporal.PlainDate) => number | null;

/** The days on which a child came while nothing that the draft keeps was booked. */
export function cameUnbooked({ booked, attended }: ChildMonth): Days {
  let [kept, came] = [NO_DAYS, NO_DAYS];
  for (const { met, days } of booked) if (met !== 'BLOCKED') kept |= days;
  for (const { state, days } of attended) if (state === 'PRESENT' || state === 'PRESENT_UNPLANNED') came |= days;
  return came & ~kept;
}

/**
 * The foyer that pays for a child who came without a booking: the one that wanted to book, had it been in time; the one
 * that has the child that day; or else the one noted with the pointing.
 */
export function payerOf(month: MonthOfService, child: ChildMonth, day: number, familyOn: FamilyOn): number {
  const wanted = knownOn(child.booked, day)?.familyId;
  return wanted ?? familyOn(child.childId, month.dates[day]!) ?? knownOn(child.attended, day)!.familyId;
}

/** Every foyer that may pay for something of a child's month. */
export function payersOf(month: MonthOfService, child: ChildMonth, familyOn: FamilyOn): Set<number> {
  const payers = new Set<number>();
  for (const { familyId } of child.booked) payers.add(familyId);
  for (const { familyId } of child.cancelled) payers.add(familyId);
  for (const { familyId } of child.charged) payers.add(familyId);
  for (let rest = cameUnbooked(child); rest !== NO_DAYS; rest = withoutFirst(rest))
    payers.add(payerOf(month, child, firstDay(rest), familyOn));
  return payers;
}
