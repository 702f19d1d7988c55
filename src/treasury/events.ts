import { eventKind } from '../platform/outbox/outbox.js';

/** A monthly collection report waits to be drawn and mailed to the collectivité. */
export const collectionReportToSend = eventKind<{ readonly collectiviteId: number; readonly reportId: number }>(
  'treasury.collection-report-to-send',
);
