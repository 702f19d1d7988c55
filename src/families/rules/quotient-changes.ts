import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { KnownQuotient } from './known-register.js';
import type { DatedQuotient } from './quotient.js';

/** What a dated quotient does to those already known of a household, so that at most one holds on any date. */
export interface QuotientChanges {
  readonly added: DatedQuotient | null;
  readonly changed: readonly { readonly before: KnownQuotient; readonly after: KnownQuotient }[];
  /** The day before a later known quotient, when the new one was cut there. */
  readonly cutAt: Temporal.PlainDate | null;
}

/**
 * The same starting date is the same quotient: its value and end are taken from the file. Otherwise it is added, and
 * the one in force when it starts ends the day before. A known quotient that starts later is what an agent learnt
 * since: it stays, and the one of the file ends the day before.
 */
export function quotientChanges(known: readonly KnownQuotient[], wanted: DatedQuotient): QuotientChanges {
  const later = known
    .filter(({ from }) => isBefore(wanted.from, from) && (wanted.to === null || !isBefore(wanted.to, from)))
    .sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))[0];
  const to = later ? later.from.subtract({ days: 1 }) : wanted.to;
  const same = known.find(({ from }) => from.equals(wanted.from));
  if (same) {
    const after = { ...same, hundredths: wanted.hundredths, to };
    const unchanged = same.hundredths === after.hundredths && sameDay(same.to, to);
    return { added: null, changed: unchanged ? [] : [{ before: same, after }], cutAt: null };
  }
  const inForce = known.find(
    (other) => isBefore(other.from, wanted.from) && (other.to === null || !isBefore(other.to, wanted.from)),
  );
  const ended = inForce ? [{ before: inForce, after: { ...inForce, to: wanted.from.subtract({ days: 1 }) } }] : [];
  return { added: { ...wanted, to }, changed: ended, cutAt: later ? to : null };
}

function sameDay(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
