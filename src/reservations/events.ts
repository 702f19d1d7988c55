import type { Cents } from '../kernel/money.js';
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

/**
 * The places of a basket were paid and are reserved: `cents` of the family's credit are kept for them, until who bills
 * ends the promise of this validation and uses them. `paymentIds` are the payments that just came in; none where the
 * credit that was there pays all.
 */
export const paidAtBooking = eventKind<{
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly validationId: number;
  readonly reservationIds: readonly number[];
  readonly paymentIds: readonly number[];
  readonly cents: Cents;
}>('reservations.paid-at-booking');

/** A family (or the mairie for it) gave a place up in time, or the mairie called the session off. */
export const reservationCancelled = eventKind<{
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly childId: number;
  readonly sessionId: number;
  readonly reservationId: number;
}>('reservations.reservation-cancelled');
