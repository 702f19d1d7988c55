import { eventKind } from '../platform/outbox/outbox.js';

/** A basket was validated: what was reserved has its place from now on. */
export const basketValidated = eventKind<{
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
  readonly validationId: number;
  readonly reservationIds: readonly number[];
  readonly refused: number;
}>('reservations.basket-validated');

/** A family (or the mairie for it) gave a place up in time, or the mairie called the session off. */
export const reservationCancelled = eventKind<{
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly sessionId: number;
  readonly reservationId: number;
}>('reservations.reservation-cancelled');
