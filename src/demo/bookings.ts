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
  /** The first refusal of a day whose booking was closed. */
  refusal: RefusedDay | null;
}

/** As the parent reads it. Instants are those of the answer. */
export interface RefusedDay {
  readonly familyName: string;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  readonly date: string;
  readonly validatedAt: string;
  readonly closesAt: string;
  readonly detail: string;
}

/** One household books a span for all its children at once: basket, then validation. */
export async function book(
  { prestations }: OpenCommune,
  household: Household,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  counts: BookingCounts,
): Promise<void> {
  const { familyId, childIds, acting } = household;
  const weekdays = oneOf(WEEKS, 'week', familyId);
  const wanted = prestations.filter(({ name }) => name !== 'Vacances' || percent('holidays', familyId) < 25);
  const span: Json = await acting.post(`/families/${familyId}/basket/spans`, {
    childIds,
    prestationIds: wanted.map(({ id }) => id),
    from: from.toString(),
    to: to.toString(),
    weekdays,
  });
  if (span.added > 0) await validate(household, counts);
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
export async function validate({ familyId, name, acting }: Household, counts: BookingCounts): Promise<void> {
  const done: Json = await acting.post(`/families/${familyId}/basket/validations`, {});
  counts.reserved += done.accepted as number;
  counts.refused += done.refused as number;
  if (done.refused > 0) {
    counts.refusal ??= refusedDay(done, name);
    // What stays refused in the basket is read, then removed.
    const basket: Json = await acting.get(`/families/${familyId}/basket`);
    for (const { id, state } of basket.lines)
      if (state === 'REFUSED') await acting.delete(`/families/${familyId}/basket/lines/${id as number}`);
  }
}

function refusedDay({ validatedAt, lines }: Json, familyName: string): RefusedDay | null {
  const line: Json = lines.find(({ refusal }: Json) => refusal?.code === 'SESSION_CLOSED');
  if (!line) return null;
  const { childName, prestationId, prestationName, siteName, date, refusal } = line;
  const { closesAt, detail } = refusal;
  return { familyName, childName, prestationId, prestationName, siteName, date, validatedAt, closesAt, detail };
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
