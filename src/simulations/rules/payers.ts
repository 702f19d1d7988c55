import type { Temporal } from '../../kernel/civil-time.js';
import { type Days, dayAt, eachDay, NO_DAYS } from './days.js';
import type { ChildMonth, MonthOfService } from './month.js';
import type { PayerOn } from './uses.js';

/** The days on which a child came while nothing that the draft keeps was booked. */
export function cameUnbooked({ booked, attended }: ChildMonth): Days {
  const kept = booked.filter(({ met }) => met !== 'BLOCKED').reduce((days, { days: some }) => days | some, NO_DAYS);
  return (
    attended
      .filter(({ state }) => state === 'PRESENT' || state === 'PRESENT_UNPLANNED')
      .reduce((days, { days: some }) => days | some, NO_DAYS) & ~kept
  );
}

/**
 * The foyer that pays for a child who came without a booking: the one that wanted to book, had it been in time; the one
 * that has the child that day; or else the one noted with the pointing.
 */
export function payerOf(
  { dates }: MonthOfService,
  familyOn: (childId: number, date: Temporal.PlainDate) => number | null,
): PayerOn {
  return ({ childId, booked, attended }, day) => {
    const holds = ({ days }: { readonly days: Days }) => (days & dayAt(day)) !== NO_DAYS;
    return booked.find(holds)?.familyId ?? familyOn(childId, dates[day]!) ?? attended.find(holds)?.familyId ?? null;
  };
}

/** Every foyer that may pay for something of a child's month. */
export function payersOf(child: ChildMonth, payerOn: PayerOn): Set<number> {
  const { booked, cancelled, charged } = child;
  const payers = new Set([...booked, ...cancelled, ...charged].map(({ familyId }) => familyId));
  for (const day of eachDay(cameUnbooked(child))) {
    const payer = payerOn(child, day);
    if (payer !== null) payers.add(payer);
  }
  return payers;
}
