import { eventKind } from '../platform/outbox/outbox.js';

/** A tax certificate waits to be drawn and mailed to the family. */
export const taxCertificateToSend = eventKind<{ readonly collectiviteId: number; readonly certificateId: number }>(
  'certificates.tax-certificate-to-send',
);
