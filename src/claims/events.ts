import { eventKind } from '../platform/outbox/outbox.js';

/** A bordereau waits to be composed, numbered and written. */
export const batchAsked = eventKind<{ readonly collectiviteId: number; readonly batchId: number }>(
  'claims.batch-asked',
);

/** A file of the Trésorerie waits to be read. */
export const treasuryFileReceived = eventKind<{ readonly collectiviteId: number; readonly fileId: number }>(
  'claims.treasury-file-received',
);
