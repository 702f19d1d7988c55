import type { Schemas } from '../../api/client';

type Reservation = Pick<Schemas['ReservationDto'], 'state' | 'date' | 'childId' | 'prestationId' | 'prestationName'>;

export interface ReservedUntil {
  readonly prestationId: number;
  readonly prestationName: string;
  /** The last reserved day. */
  readonly date: string;
}

/** By child, until when each of its prestations is reserved: what stops too early is seen before it does. */
export function reservedUntil(reservations: readonly Reservation[]): ReadonlyMap<number, readonly ReservedUntil[]> {
  const last = new Map<number, Map<number, ReservedUntil>>();
  for (const { state, date, childId, prestationId, prestationName } of reservations) {
    if (state !== 'RESERVED') continue;
    const own = last.get(childId) ?? new Map<number, ReservedUntil>();
    const known = own.get(prestationId);
    if (!known || known.date < date) own.set(prestationId, { prestationId, prestationName, date });
    last.set(childId, own);
  }
  return new Map([...last].map(([childId, own]) => [childId, [...own.values()]]));
}
