import { eventKind } from '../platform/outbox/outbox.js';

interface OfMandate {
  readonly collectiviteId: number;
  readonly mandateId: number;
}

/** A mandate is in force: its paper waits to be drawn and mailed. */
export const mandateSigned = eventKind<OfMandate>('mandates.mandate-signed');

/** A mandate was ended by its family or by the mairie. */
export const mandateRevoked = eventKind<OfMandate>('mandates.mandate-revoked');
