import type { Temporal, Weekday } from '../kernel/civil-time.js';
import { oneOf, percent } from './chance.js';
import type { Json } from './client.js';
import type { Household } from './households.js';
import type { OpenCommune } from './opening.js';

/** Days on which a household needs someone to look after its children. */
const WEEKS: readonly Weekday[][] = [
  ['MO', 'TU', 'TH', 'FR'],
  ['MO', 'TU', 'WE', 'TH'],
  ['MO', 'TH'],
  ['TU', 'WE', 'FR'],
  ['TU', 'FR'],
  ['TH'],
];

export interface BookingCounts {
  reserved: number;
  refused: number;
  cancelled: number;
  /** A refusal as a parent reads it. */
  example: string | null;
}

/** One household books a span for all its children at once: basket, then validation. */
export async function book(
  { prestations }: OpenCommune,
  { familyId, childIds, acting }: Household,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  counts: BookingCounts,
): Promise<void> {
  const weekdays = oneOf(WEEKS, 'week', familyId);
  const wanted = prestations.filter(({ name }) => name !== 'Vacances' || percent('holidays', familyId) < 25);
  const span: Json = await acting.post(`/families/${familyId}/basket/spans`, {
    childIds,
    prestationIds: wanted.map(({ id }) => id),
    from: from.toString(),
    to: to.toString(),
    weekdays,
  });
  if (span.added > 0) await validate(familyId, acting, counts);
}

/** A parent fills the basket for two days of a week and does not validate yet: the window may close meanwhile. */
export async function fillBasket(
  { prestations }: OpenCommune,
  { familyId, childIds, acting }: Household,
  week: Temporal.PlainDate,
): Promise<void> {
  await acting.post(`/families/${familyId}/basket/spans`, {
    childIds,
    prestationIds: prestations.filter(({ name }) => name === 'Cantine').map(({ id }) => id),
    from: week.toString(),
    to: week.add({ days: 4 }).toString(),
    weekdays: ['MO', 'TU', 'FR'],
  });
}

/** Validates the basket; what is refused is read and removed. */
export async function validate(familyId: number, acting: Household['acting'], counts: BookingCounts): Promise<void> {
  const done: Json = await acting.post(`/families/${familyId}/basket/validations`, {});
  counts.reserved += done.accepted as number;
  counts.refused += done.refused as number;
  if (done.refused > 0) {
    counts.example ??= done.lines.find(({ refusal }: Json) => refusal)?.refusal.detail as string;
    // What stays refused in the basket is read, then removed.
    const basket: Json = await acting.get(`/families/${familyId}/basket`);
    for (const { id, state } of basket.lines)
      if (state === 'REFUSED') await acting.delete(`/families/${familyId}/basket/lines/${id as number}`);
  }
}

/** A parent gives up a few days that can still be cancelled. */
export async function cancelSome(
  { familyId, acting }: Household,
  from: Temporal.PlainDate,
  counts: BookingCounts,
): Promise<void> {
  const reservations: Json[] = await acting.get(
    `/families/${familyId}/reservations?from=${from.toString()}&to=${from.add({ days: 13 }).toString()}`,
  );
  const given = reservations
    .filter(({ cancellable }) => cancellable)
    .slice(0, 1 + (percent('how many', familyId, from.toString()) % 2));
  if (given.length === 0) return;
  const answer: Json = await acting.post(`/families/${familyId}/reservations/cancellations`, {
    reservationIds: given.map(({ id }) => id),
  });
  counts.cancelled += answer.cancelled.length as number;
}
