import type { Schemas } from '../../api/client';

type Reservation = Pick<Schemas['ReservationDto'], 'state' | 'date' | 'childId' | 'prestationId' | 'prestationName'>;

export interface ReservedUntil {
  /** The last reserved day. */
  readonly date: string;
  /** Names of those that are reserved until then. */
  readonly prestations: readonly string[];
}

/** By child, until when its prestations are reserved; those that stop first come first: what stops too early is seen. */
export function reservedUntil(reservations: readonly Reservation[]): ReadonlyMap<number, readonly ReservedUntil[]> {
  const last = new Map<string, Reservation>();
  for (const one of reservations) {
    const line = `${one.childId}:${one.prestationId}`;
    const known = last.get(line);
    if (one.state === 'RESERVED' && (!known || known.date < one.date)) last.set(line, one);
  }
  const until = new Map<number, ReservedUntil[]>();
  for (const { childId, date, prestationName } of [...last.values()].sort((a, b) => a.date.localeCompare(b.date))) {
    const own = until.get(childId) ?? [];
    const same = own.at(-1)?.date === date ? own.pop()!.prestations : [];
    until.set(childId, [...own, { date, prestations: [...same, prestationName] }]);
  }
  return until;
}
