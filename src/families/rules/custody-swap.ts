import { eachDate, isBefore, spanHolds, type Temporal } from '../../kernel/civil-time.js';
import { plainDate, typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { type CustodySpan, familyInCharge } from './custody.js';

export const SWAP_STATES = ['PENDING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

export interface SwappedDay {
  readonly date: Temporal.PlainDate;
  readonly fromFamilyId: number;
  readonly toFamilyId: number;
}

export type SwapPlan =
  | { readonly ok: true; readonly days: readonly SwappedDay[]; readonly otherFamilyId: number }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Days that one request may exchange. */
export const LONGEST_SWAP = 62;

/**
 * What a request means: on each day of these spans the child goes to the other foyer than the one that has it. A swap
 * of two weeks is two spans, one of each foyer. Every day must be to come, with one foyer in charge and the same other
 * one. Fields: `spans[i].from`, `spans[i].to`.
 */
export function planSwap(
  custodies: readonly CustodySpan[],
  familyId: number,
  spans: readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[],
  today: Temporal.PlainDate,
): SwapPlan {
  const errors: FieldError[] = [];
  const days = new Map<string, SwappedDay>();
  const others = new Set<number>();
  spans.forEach(({ from, to }, index) => {
    const wrong = (part: 'from' | 'to', message: string) => errors.push({ field: `spans[${index}].${part}`, message });
    if (isBefore(to, from)) return wrong('to', 'Le dernier jour précède le premier.');
    if (!isBefore(today, from)) return wrong('from', 'Seuls des jours à venir peuvent être échangés.');
    if (from.until(to).days >= LONGEST_SWAP) return wrong('to', `Un échange porte sur ${LONGEST_SWAP} jours au plus.`);
    for (const date of eachDate(from, to)) {
      const inCharge = familyInCharge(custodies, date);
      const other = otherFoyer(custodies, familyId, date);
      if (inCharge === null || other === null || (inCharge !== familyId && inCharge !== other))
        return wrong('from', typeset(`Le ${plainDate(date)}, la garde connue de la mairie ne permet pas cet échange.`));
      others.add(other);
      const toFamilyId = inCharge === familyId ? other : familyId;
      days.set(date.toString(), { date, fromFamilyId: inCharge, toFamilyId });
    }
    return undefined;
  });
  if (errors.length === 0 && days.size > LONGEST_SWAP)
    errors.push({ field: 'spans', message: `Un échange porte sur ${LONGEST_SWAP} jours au plus.` });
  if (errors.length === 0 && others.size !== 1)
    errors.push({ field: 'spans', message: 'Ces jours ne concernent pas un seul autre foyer.' });
  if (errors.length > 0) return { ok: false, errors };
  const sorted = [...days.values()].sort((a, b) => (isBefore(a.date, b.date) ? -1 : 1));
  return { ok: true, days: sorted, otherFamilyId: [...others][0]! };
}

/** Who has the child on a day that a confirmed swap speaks of. A custody that changed since makes the swap moot. */
export function swapped(
  inCharge: number | null,
  day: Pick<SwappedDay, 'fromFamilyId' | 'toFamilyId'> | undefined,
): number | null {
  return day && inCharge === day.fromFamilyId ? day.toFamilyId : inCharge;
}

/** A request is over when its first day comes, whether anything has run or not. */
export function swapStateOn(
  swap: { readonly state: SwapState; readonly firstDate: Temporal.PlainDate },
  today: Temporal.PlainDate,
): SwapState {
  return swap.state === 'PENDING' && !isBefore(today, swap.firstDate) ? 'EXPIRED' : swap.state;
}

/** Days that follow each other, together; given in order. */
export function spansOfDays(
  days: readonly Temporal.PlainDate[],
): { from: Temporal.PlainDate; to: Temporal.PlainDate }[] {
  const spans: { from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [];
  for (const date of days) {
    const last = spans.at(-1);
    if (last?.to.add({ days: 1 }).equals(date)) last.to = date;
    else spans.push({ from: date, to: date });
  }
  return spans;
}

/** The other foyer of the child on a date; null when there is none, or several. */
function otherFoyer(custodies: readonly CustodySpan[], familyId: number, date: Temporal.PlainDate): number | null {
  const foyers = new Set(custodies.filter((span) => spanHolds(span, date)).map((span) => span.familyId));
  if (!foyers.delete(familyId) || foyers.size !== 1) return null;
  return [...foyers][0]!;
}
