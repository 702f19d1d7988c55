import { eventKind } from '../platform/outbox/outbox.js';

/** Sessions in which the mairie added places, or whose pools it changed: those who wait may be offered one. */
export const placesOpened = eventKind<{
  readonly collectiviteId: number;
  readonly sessionIds: readonly number[];
}>('prestations.places-opened');

/** Sessions that the mairie called off: their reservations are to be cancelled, and the families told. */
export const sessionsCalledOff = eventKind<{
  readonly collectiviteId: number;
  readonly sessionIds: readonly number[];
  /** French, as families read it. */
  readonly reason: string;
}>('prestations.sessions-called-off');
