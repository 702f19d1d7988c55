import { Temporal } from '../../kernel/civil-time.js';

/** The IANA name of a time zone as it is officially spelled; null for anything else, such as « +02:00 ». */
export function timeZoneNamed(text: string): string | null {
  if (!/^[A-Za-z]+\/[A-Za-z_\-/]+$/.test(text)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}
