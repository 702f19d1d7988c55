import { Temporal, wallClock } from '../../kernel/civil-time.js';
import type { CompiledDeadline, OperationInstants } from '../../reglement/rules/index.js';

/** A day of service, and when its order leaves for the kitchen. */
export interface OrderedDay {
  readonly date: Temporal.PlainDate;
  readonly ordersAt: Temporal.Instant;
  readonly zone: string;
}

/**
 * The latest of the deadlines that a family has by its waivers, at least one. Never beyond the kitchen's order: from
 * then on nothing moves, whoever asks.
 */
export function waivedUntil(
  deadlines: readonly CompiledDeadline[],
  { date, ordersAt, zone }: OrderedDay,
): Temporal.Instant {
  const closings = deadlines.map((deadline) => deadline.closesAt(date) ?? wallClock(date, '24:00', zone));
  const last = closings.reduce(later);
  return isBefore(last, ordersAt) ? last : ordersAt;
}

/** What holds for a family that may ask until then, where that is later than for everyone; else null. */
export function waivedWindow(window: OperationInstants, until: Temporal.Instant): OperationInstants | null {
  return isBefore(window.closesAt, until) ? { ...window, closesAt: until, endsAt: later(until, window.endsAt) } : null;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? b : a;
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
